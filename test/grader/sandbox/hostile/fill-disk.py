# Fills its folder, in the way and up to the figure that it is told, or without end: `files 1000`, `bytes 100`.
import itertools, os, sys, time

what, most = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else None
megabyte = b'x' * 2**20
kept = []
for number in range(most) if most else itertools.count():
    if what == 'files':
        os.makedirs(f'many/{number // 1000}', exist_ok=True)
        open(f'many/{number // 1000}/{number}', 'w').close()
    else:
        if number % 200 == 0:
            kept.append(open(f'file{number}', 'wb', buffering=0))
            if what == 'deleted':
                os.unlink(f'file{number}')
        kept[-1].write(megabyte)
print(f'{most} {what}', flush=True)
time.sleep(60)
