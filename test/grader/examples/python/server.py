"""A Redis at the level of step 07, in Python alone. Read it from the end: main, serve, execute."""

import asyncio
import heapq
import os
import re
import resource
import time

VERSION = b"7.0.15"
INFO = b"# Server\r\nredis_version:%s\r\n\r\n# Persistence\r\nloading:0\r\n" % VERSION
MAX_LINE = 64 * 1024
MAX_BULK = 512 * 1024 * 1024
MAX_ARGUMENTS = 2**31 - 1
INTEGER = re.compile(rb"0|-?[1-9][0-9]*")


class ReplyError(Exception):
    """A request that is refused. The connection lives on."""


class ProtocolError(Exception):
    """Bytes that are no request. Nobody knows where the next one begins, so the connection ends."""


class HungUp(Exception):
    """Whoever this is, it is nobody to talk to."""


class Simple(bytes):
    """A reply such as +OK, where plain bytes are a bulk string."""


class Client:
    last_id = 0

    def __init__(self):
        Client.last_id += 1
        self.id = Client.last_id
        self.protocol = 2
        self.closing = False


# The keyspace: deadlines are in ms since 1970.

values: dict[bytes, bytes] = {}
deadlines: dict[bytes, int] = {}
soonest: list[tuple[int, bytes]] = []  # A heap. What is no longer true of a key is passed over.


def now() -> int:
    return time.time_ns() // 1_000_000


def lookup(key: bytes) -> bytes | None:
    """Lazy expiry: the one place where keys are looked up, so that nobody meets an expired one."""
    if key in deadlines and deadlines[key] < now():
        delete(key)
    return values.get(key)


def store(key: bytes, value: bytes, deadline: int | None = None) -> None:
    values[key] = value
    if deadline is None:
        deadlines.pop(key, None)
        return
    deadlines[key] = deadline
    heapq.heappush(soonest, (deadline, key))
    if len(soonest) > 2 * len(deadlines) + 1000:
        soonest[:] = [(deadline, key) for key, deadline in deadlines.items()]
        heapq.heapify(soonest)


def delete(key: bytes) -> None:
    values.pop(key, None)
    deadlines.pop(key, None)


async def expire_actively() -> None:
    """Deletes expired keys that nobody asks for."""
    while True:
        await asyncio.sleep(0.05)
        for _ in range(10_000):
            if not soonest or soonest[0][0] >= now():
                break
            deadline, key = heapq.heappop(soonest)
            if deadlines.get(key) == deadline:
                delete(key)


# Commands. Each takes the client and its arguments, and returns what it means.

OK = Simple(b"OK")
NO_INTEGER = "ERR value is not an integer or out of range"
# How a time is counted: in units of so many ms, from now on or since 1970.
CLOCKS = {b"EX": (1000, now), b"PX": (1, now), b"EXAT": (1000, lambda: 0), b"PXAT": (1, lambda: 0)}


def ping(client, *message):
    if len(message) > 1:
        raise ReplyError("ERR wrong number of arguments for 'ping' command")
    return message[0] if message else Simple(b"PONG")


def hello(client, version=None, option=None, *more):
    if version is not None:
        protocol = to_integer(version, "ERR Protocol version is not an integer or out of range")
        if protocol not in (2, 3):
            raise ReplyError("NOPROTO unsupported protocol version")
        if option is not None:
            raise ReplyError(f"ERR Syntax error in HELLO option '{text(option)}'")
        client.protocol = protocol
    about = {b"server": b"redis", b"version": VERSION, b"proto": client.protocol, b"id": client.id}
    return {**about, b"mode": b"standalone", b"role": b"master", b"modules": []}


def select(client, index):
    if to_integer(index) != 0:
        raise ReplyError("ERR DB index is out of range")
    return OK


def leave(client, *rest):
    client.closing = True
    return OK


def hang_up(client, *rest):
    raise HungUp


def flush(client, mode=b"SYNC", *more):
    if mode.upper() not in (b"SYNC", b"ASYNC") or more:
        raise ReplyError("ERR syntax error")
    for each in (values, deadlines, soonest):
        each.clear()
    return OK


def delete_all(client, *keys):
    found = 0
    for key in keys:
        found += lookup(key) is not None
        delete(key)
    return found


def set_key(client, key, value, *options):
    """SET key value [NX | XX] [GET] [EX s | PX ms | EXAT s | PXAT ms | KEEPTTL]"""
    chosen = parse_set_options(options)
    before = lookup(key)
    deadline = deadlines.get(key) if b"KEEPTTL" in chosen else None
    for name, clock in CLOCKS.items():
        if name in chosen:
            deadline = to_deadline(chosen[name], clock, "set")
    refused = b"XX" in chosen if before is None else b"NX" in chosen
    if not refused:
        store(key, value, deadline)
    if b"GET" in chosen:
        return before
    return None if refused else OK


def parse_set_options(words):
    """The options, and the times of those that have one. Of rivals, only one may be chosen."""
    groups = ((b"GET",), (b"NX", b"XX"), (b"KEEPTTL", *CLOCKS))
    chosen = {}
    rest = iter(words)
    for word in rest:
        option = word.upper()
        rivals = next((group for group in groups if option in group), None)
        time_follows = option in CLOCKS
        argument = next(rest, None) if time_follows else b""
        if rivals is None or argument is None or any(r in chosen for r in rivals if r != option):
            raise ReplyError("ERR syntax error")
        chosen[option] = argument
    return chosen


def expire(name, clock):
    def run(client, key, time, *options):
        only = parse_conditions(options)
        deadline = to_deadline(time, clock, name)
        value, current = lookup(key), deadlines.get(key)
        if value is None or (b"XX" if current is None else b"NX") in only:
            return 0
        if b"GT" in only and (current is None or deadline <= current):
            return 0
        if b"LT" in only and current is not None and deadline >= current:
            return 0
        if deadline <= now():
            delete(key)
        else:
            store(key, value, deadline)
        return 1

    return run


def parse_conditions(options):
    only = {option.upper() for option in options}
    for option in options:
        if option.upper() not in (b"NX", b"XX", b"GT", b"LT"):
            raise ReplyError(f"ERR Unsupported option {text(option)}")
    if b"NX" in only and len(only) > 1:
        raise ReplyError("ERR NX and XX, GT or LT options at the same time are not compatible")
    if {b"GT", b"LT"} <= only:
        raise ReplyError("ERR GT and LT options at the same time are not compatible")
    return only


def ttl(clock):
    def run(client, key):
        unit, zero = clock
        if lookup(key) is None:
            return -2
        if key not in deadlines:
            return -1
        return (max(0, deadlines[key] - zero()) + unit // 2) // unit

    return run


def persist(client, key):
    return int(lookup(key) is not None and deadlines.pop(key, None) is not None)


def to_integer(argument, problem=NO_INTEGER):
    if INTEGER.fullmatch(argument) and fits_64_bits(int(argument)):
        return int(argument)
    raise ReplyError(problem)


def to_deadline(argument, clock, command):
    unit, zero = clock
    count = to_integer(argument)
    deadline = count * unit + zero()
    if fits_64_bits(count * unit) and fits_64_bits(deadline) and (count > 0 or command != "set"):
        return deadline
    raise ReplyError(f"ERR invalid expire time in '{command}' command")


def fits_64_bits(number):
    return -(2**63) <= number < 2**63


# A name, how many words a request has (-2: two or more), and what is done.
COMMANDS = {
    b"ping": (-1, ping),
    b"echo": (2, lambda client, message: message),
    b"hello": (-1, hello),
    b"info": (-1, lambda client, *sections: INFO),
    b"select": (2, select),
    b"quit": (-1, leave),
    b"post": (-1, hang_up),  # A web page can make its reader's browser send these two.
    b"host:": (-1, hang_up),
    b"set": (-3, set_key),
    b"get": (2, lambda client, key: lookup(key)),
    b"del": (-2, delete_all),
    b"exists": (-2, lambda client, *keys: sum(lookup(key) is not None for key in keys)),
    b"dbsize": (1, lambda client: len(values)),
    b"flushall": (-1, flush),
    b"flushdb": (-1, flush),
    b"expire": (-3, expire("expire", CLOCKS[b"EX"])),
    b"pexpire": (-3, expire("pexpire", CLOCKS[b"PX"])),
    b"expireat": (-3, expire("expireat", CLOCKS[b"EXAT"])),
    b"pexpireat": (-3, expire("pexpireat", CLOCKS[b"PXAT"])),
    b"ttl": (2, ttl(CLOCKS[b"EX"])),
    b"pttl": (2, ttl(CLOCKS[b"PX"])),
    b"expiretime": (2, ttl(CLOCKS[b"EXAT"])),
    b"pexpiretime": (2, ttl(CLOCKS[b"PXAT"])),
    b"persist": (2, persist),
}


def execute(client, request):
    name, *arguments = request
    arity, run = COMMANDS.get(name.lower(), (0, None))
    if run is None:
        quoted = b""
        for argument in arguments:
            if len(quoted) < 128:
                quoted += b"'%s' " % argument[: 128 - len(quoted)]
        named = f"'{text(name[:128])}', with args beginning with: {text(quoted)}"
        return ReplyError(f"ERR unknown command {named}")
    if len(request) != arity if arity > 0 else len(request) < -arity:
        return ReplyError(f"ERR wrong number of arguments for '{text(name.lower())}' command")
    try:
        return run(client, *arguments)
    except ReplyError as error:
        return error


# RESP: requests in, replies out.


async def read_request(reader) -> list[bytes]:
    """Reads a request, however it was cut on its way. An empty list is one of no words."""
    first = await reader.readexactly(1)
    if first != b"*":
        rest = b"" if first == b"\n" else await read_line(reader, "too big inline request")
        return split_words(first + rest)
    count = parse_length(await read_line(reader, "too big mbulk count string"))
    if count is None or count > MAX_ARGUMENTS:
        raise ProtocolError("invalid multibulk length")
    # Nothing is allocated for what was announced, only for what has come.
    return [await read_bulk(reader) for _ in range(count)]


async def read_bulk(reader) -> bytes:
    first = await reader.readexactly(1)
    if first != b"$":
        raise ProtocolError(f"expected '$', got '{text(first)}'")
    length = parse_length(await read_line(reader, "too big bulk count string"))
    if length is None or not 0 <= length <= MAX_BULK:
        raise ProtocolError("invalid bulk length")
    return (await reader.readexactly(length + 2))[:-2]


async def read_line(reader, problem: str) -> bytes:
    try:
        return (await reader.readuntil(b"\n"))[:-1]
    except asyncio.LimitOverrunError:
        raise ProtocolError(problem)


def parse_length(line: bytes) -> int | None:
    number = line.removesuffix(b"\r")
    return int(number) if INTEGER.fullmatch(number) and len(number) < 20 else None


ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"a": b"\a"}
DOUBLE_QUOTED = rb'"((?:[^"\\]|\\.)*)"'
SINGLE_QUOTED = rb"'((?:[^'\\]|\\'|\\(?!'))*)'"
WORD = re.compile(rb"([^\s\"']*)(?:%s|%s)?(?:\s+|$)" % (DOUBLE_QUOTED, SINGLE_QUOTED), re.DOTALL)


def split_words(line: bytes) -> list[bytes]:
    """The words of a line that a person has typed, such as SET greeting "hello world"."""
    line = line.strip()
    words, at = [], 0
    while at < len(line):
        match = WORD.match(line, at)
        if match is None:
            raise ProtocolError("unbalanced quotes in request")
        bare, double, single = match.groups(b"")
        words.append(bare + unescape(double) + single.replace(b"\\'", b"'"))
        at = match.end()
    return words


def unescape(quoted: bytes) -> bytes:
    def character(match):
        if match[1]:
            return bytes([int(match[1], 16)])
        return ESCAPES.get(match[2], match[2])

    return re.sub(rb"\\(?:x([0-9a-fA-F]{2})|(.))", character, quoted, flags=re.DOTALL)


def encode(reply, protocol: int) -> bytes:
    if reply is None:
        return b"_\r\n" if protocol == 3 else b"$-1\r\n"
    if isinstance(reply, int):
        return b":%d\r\n" % reply
    if isinstance(reply, Simple):
        return b"+%s\r\n" % reply
    if isinstance(reply, bytes):
        return b"$%d\r\n%s\r\n" % (len(reply), reply)
    if isinstance(reply, Exception):  # A line break would end the error early.
        line = str(reply).rstrip("\r\n").replace("\r", " ").replace("\n", " ")
        return b"-%s\r\n" % line.encode("latin1")
    if isinstance(reply, dict):
        flat = [each for pair in reply.items() for each in pair]
        head = b"%%%d\r\n" % len(reply) if protocol == 3 else b"*%d\r\n" % len(flat)
        return head + b"".join(encode(each, protocol) for each in flat)
    return b"*%d\r\n" % len(reply) + b"".join(encode(each, protocol) for each in reply)


def text(some: bytes) -> str:
    """One character for each byte, so that none is lost on the way into an error and out again."""
    return some.decode("latin1")


# The server.


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    client = Client()
    try:
        while not client.closing:
            request = await read_request(reader)
            if request:
                writer.write(encode(execute(client, request), client.protocol))
            await writer.drain()  # Whoever does not read is not read from.
        await say_goodbye(reader, writer)
    except ProtocolError as error:
        writer.write(encode(ReplyError(f"ERR Protocol error: {error}"), client.protocol))
        await say_goodbye(reader, writer)
    except (asyncio.IncompleteReadError, HungUp, OSError):
        pass  # The client has left, or is to leave.
    finally:
        writer.close()


async def say_goodbye(reader, writer) -> None:
    """Ends our side, then reads on for a while: who closes with bytes unread takes back the last reply."""
    try:
        writer.write_eof()
        while await asyncio.wait_for(reader.read(MAX_LINE), timeout=1):
            pass
    except (OSError, asyncio.TimeoutError):
        pass


async def main() -> None:
    _, most_files = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most_files, most_files))
    port = int(os.environ.get("PORT", "6379"))
    server = await asyncio.start_server(serve, "127.0.0.1", port, limit=MAX_LINE, backlog=511)
    print(f"Listening on 127.0.0.1:{port}", flush=True)
    expiry = asyncio.create_task(expire_actively())
    await asyncio.gather(server.serve_forever(), expiry)


if __name__ == "__main__":
    asyncio.run(main())
