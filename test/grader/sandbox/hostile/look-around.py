# Prints all that it can find: its environment, the paths it is told to look for, and whom it sees.
import glob, json, os, sys

def attempt(look):
    try:
        return look()
    except OSError as error:
        return error.strerror

environments = {name: attempt(lambda: open(name).read()) for name in glob.glob('/proc/[0-9]*/environ')}
print(json.dumps({
    'environment': sorted(os.environ),
    'environments': environments,
    'paths': {path: attempt(lambda: os.stat(path) and 'there') for path in sys.argv[1:]},
    'root': sorted(os.listdir('/')),
    'processes': len(glob.glob('/proc/[0-9]*')),
    'open': sorted({attempt(lambda: os.readlink(f'/proc/self/fd/{fd}')) for fd in os.listdir('/proc/self/fd')}),
    'devices': sorted(os.listdir('/dev')),
    'id': os.getuid(),
}))
