# Prints as many MB as it is told, or without end.
import itertools, sys

most = int(sys.argv[1]) if len(sys.argv) > 1 else None
print('first words', flush=True)
for _ in range(most) if most else itertools.count():
    sys.stdout.write('spam' * 2**18)
print('\nlast words', flush=True)
