# Each process uses little, all of them much: so many processes, of so many MB.
import os, sys, time

processes, megabytes = int(sys.argv[1]), int(sys.argv[2])
for _ in range(processes):
    if os.fork() == 0:
        break
eaten = bytearray(b'x' * megabytes * 2**20)
time.sleep(60)
