# Ignores all that can be ignored, hides its children in sessions of their own, and kills whom it can.
import os, signal, sys, time

for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP, signal.SIGCHLD}:
    signal.signal(number, signal.SIG_IGN)
for _ in range(3):
    if os.fork() == 0:
        os.setsid()
        if os.fork() > 0:
            os._exit(0)
        os.dup2(os.open('/dev/null', os.O_RDWR), 1)
        time.sleep(600)
for pid in [1, os.getppid(), *range(2, 100_000, 1_000)]:
    try:
        if pid != os.getpid():
            os.kill(pid, signal.SIGKILL)
    except OSError:
        pass
if sys.argv[1:] == ['-1']:
    try:
        os.kill(-1, signal.SIGKILL)
    except OSError:
        pass
print('still here', flush=True)
time.sleep(600)
