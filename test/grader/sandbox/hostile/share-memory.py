# So many processes have the same so many MB of memory: as good servers do that fork.
import os, sys, time

processes, megabytes = int(sys.argv[1]), int(sys.argv[2])
shared = bytearray(b'x' * megabytes * 2**20)
for _ in range(processes):
    if os.fork() == 0:
        time.sleep(60)
print(f'{processes} share {megabytes} MB', flush=True)
time.sleep(60)
