# Uses as many MB of memory as it is told, or without end.
import itertools, sys, time

most = int(sys.argv[1]) if len(sys.argv) > 1 else None
eaten = [bytearray(b'x' * 2**20) for _ in (range(most) if most else itertools.count())]
print(f'{len(eaten)} MB', flush=True)
time.sleep(60)
