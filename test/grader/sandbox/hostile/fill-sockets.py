# Opens as many sockets as it is told, or without end, in more processes than one has files for.
import os, socket, sys, time

most = int(sys.argv[1]) if len(sys.argv) > 1 else float('inf')
kept = []
while len(kept) < most:
    try:
        kept.append(socket.socket(socket.AF_UNIX))
    except OSError:
        if os.fork() > 0:
            time.sleep(60)
        kept = []
        os.closerange(3, 4096)
print(f'{most} sockets', flush=True)
time.sleep(60)
