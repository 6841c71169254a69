# Forks until it has as many processes as it is told, or without end.
import os, sys, time

most = int(sys.argv[1]) if len(sys.argv) > 1 else float('inf')
started = 0
while started < most:
    try:
        if os.fork() == 0 and most != float('inf'):
            time.sleep(60)
        started += 1
    except OSError:
        pass
print(f'{started} started', flush=True)
time.sleep(60)
