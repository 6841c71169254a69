# Makes memory that is no process's, in each way there is; prints what became of it.
import ctypes, json, os, socket

libc = ctypes.CDLL(None, use_errno=True)

def call(function, *arguments):
    return 'made' if function(*arguments) >= 0 else os.strerror(ctypes.get_errno())

def fill(path):
    try:
        with open(path, 'wb', buffering=0) as file:
            while file.write(b'x' * 2**20) == 2**20:
                pass
        return 'full'
    except OSError as error:
        return error.strerror

print(json.dumps({
    'memfd_create': call(libc.memfd_create, b'name', 0),
    'shmget': call(libc.shmget, 0, 2**20, 0o1600),
    'msgget': call(libc.msgget, 0, 0o1600),
    'mq_open': call(libc.mq_open, b'/name', os.O_CREAT | os.O_RDWR, 0o600, None),
    'add_key': call(libc.syscall, {'x86_64': 248, 'aarch64': 217}[os.uname().machine], b'user', b'name', b'x', 1, -3),
    '/dev/shm': fill('/dev/shm/file'),
    '/tmp': fill('/tmp/file'),
    '/dev': fill('/dev/file'),
}))
