// A Redis at the level of step 07, in one file without dependencies. Read it from the end: serve, execute.
// Bytes are latin1 strings, one character for each byte, from the socket to the keyspace and back.
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

const VERSION = '7.0.15';
const INFO = `# Server\r\nredis_version:${VERSION}\r\n\r\n# Persistence\r\nloading:0\r\n`;
const MAX_LINE = 64 * 1024;
const MAX_BULK = 512 * 1024 * 1024;
const MAX_ARGUMENTS = 2 ** 31 - 1;
const LINGER_MS = 1000;

/** A request that is refused. The connection lives on. */
class ReplyError extends Error {}
/** Bytes that are no request: nobody knows where the next one begins, so the connection ends. */
class ProtocolError extends Error {}
/** The client has left, or is to leave. */
class HungUp extends Error {}
/** A reply such as +OK, where a plain string is a bulk string. */
class Simple {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Reply = string | number | bigint | null | Simple | ReplyError | Reply[] | Map<string, Reply>;
type Client = { id: number; protocol: 2 | 3; isClosing: boolean };

// ---- The keyspace. Deadlines are in ms since 1970, as bigints: Redis counts them in 64 bits.

type Entry = { value: string; deadline: bigint | undefined };
const entries = new Map<string, Entry>();
const now = () => BigInt(Date.now());
const hasExpired = ({ deadline }: Entry) => deadline !== undefined && deadline < now();

/** Lazy expiry: the one place where keys are looked up, so that nobody meets an expired one. */
function lookUp(key: string): Entry | undefined {
  const entry = entries.get(key);
  if (!entry || !hasExpired(entry)) return entry;
  entries.delete(key);
  return undefined;
}

/** Active expiry: looks at some keys every now and then, and goes on there the next time. */
let unseen = entries.keys();
setInterval(() => {
  for (let looks = 0; looks < 5000; looks++) {
    const { value: key, done } = unseen.next();
    if (done) unseen = entries.keys();
    if (done) return;
    lookUp(key);
  }
}, 50).unref();

// ---- Commands. Each takes the client and its arguments, and returns what it means.

/** How a time is counted: in units of so many ms, from now on or since 1970. */
type Clock = { unit: bigint; zero: () => bigint };
const EX: Clock = { unit: 1000n, zero: now };
const PX: Clock = { unit: 1n, zero: now };
const EXAT: Clock = { unit: 1000n, zero: () => 0n };
const PXAT: Clock = { unit: 1n, zero: () => 0n };
const CLOCKS = new Map(Object.entries({ EX, PX, EXAT, PXAT }));
const SET_OPTIONS = [['GET'], ['NX', 'XX'], ['KEEPTTL', ...CLOCKS.keys()]];
const OK = new Simple('OK');

type Run = (client: Client, ...args: string[]) => Reply;

/** A name, how many words a request has (−2: two or more), and what is done. A Map knows no `constructor`. */
const commands = new Map<string, [number, Run]>([
  [
    'ping',
    [-1, (_, ...message) => (message.length > 1 ? wrongArity('ping') : (message[0] ?? new Simple('PONG')))],
  ],
  ['echo', [2, (_, message = '') => message]],
  ['hello', [-1, hello]],
  ['info', [-1, () => INFO]],
  ['select', [2, (_, index = '') => (toInteger(index) === 0n ? OK : refuse('ERR DB index is out of range'))]],
  ['quit', [-1, quit]],
  ['post', [-1, hangUp]], // A web page can have its reader's browser send these two.
  ['host:', [-1, hangUp]],
  ['set', [-3, set]],
  ['get', [2, (_, key = '') => lookUp(key)?.value ?? null]],
  ['del', [-2, (_, ...keys) => keys.filter((key) => lookUp(key) && entries.delete(key)).length]],
  ['exists', [-2, (_, ...keys) => keys.filter(lookUp).length]],
  ['dbsize', [1, () => entries.size]],
  ['flushall', [-1, flush]],
  ['flushdb', [-1, flush]],
  ['expire', [-3, expire('expire', EX)]],
  ['pexpire', [-3, expire('pexpire', PX)]],
  ['expireat', [-3, expire('expireat', EXAT)]],
  ['pexpireat', [-3, expire('pexpireat', PXAT)]],
  ['ttl', [2, ttl(EX)]],
  ['pttl', [2, ttl(PX)]],
  ['expiretime', [2, ttl(EXAT)]],
  ['pexpiretime', [2, ttl(PXAT)]],
  ['persist', [2, persist]],
]);

function execute(client: Client, [name = '', ...args]: string[]): Reply {
  const [arity, run] = commands.get(name.toLowerCase()) ?? [0, undefined];
  const words = args.length + 1;
  try {
    if (!run) return unknownCommand(name, args);
    return (arity > 0 ? words === arity : words >= -arity) ? run(client, ...args) : wrongArity(name);
  } catch (error) {
    if (error instanceof ReplyError) return error;
    throw error;
  }
}

function unknownCommand(name: string, args: string[]): Reply {
  let quoted = '';
  for (const arg of args) if (quoted.length < 128) quoted += `'${arg.slice(0, 128 - quoted.length)}' `;
  return refuse(`ERR unknown command '${name.slice(0, 128)}', with args beginning with: ${quoted}`);
}

function wrongArity(name: string): never {
  refuse(`ERR wrong number of arguments for '${name.toLowerCase()}' command`);
}

function refuse(problem: string): never {
  throw new ReplyError(problem);
}

function hello(client: Client, version?: string, option?: string): Reply {
  if (version !== undefined) {
    const protocol = toInteger(version, 'ERR Protocol version is not an integer or out of range');
    if (protocol !== 2n && protocol !== 3n) refuse('NOPROTO unsupported protocol version');
    if (option !== undefined) refuse(`ERR Syntax error in HELLO option '${option}'`);
    client.protocol = protocol === 2n ? 2 : 3;
  }
  const about = { server: 'redis', version: VERSION, proto: client.protocol, id: client.id };
  return new Map<string, Reply>(
    Object.entries({ ...about, mode: 'standalone', role: 'master', modules: [] }),
  );
}

function quit(client: Client): Reply {
  client.isClosing = true;
  return OK;
}

function hangUp(): never {
  throw new HungUp();
}

function flush(_: Client, mode = 'sync', ...more: string[]): Reply {
  if (!/^a?sync$/i.test(mode) || more.length > 0) refuse('ERR syntax error');
  entries.clear();
  return OK;
}

/** SET key value [NX | XX] [GET] [EX s | PX ms | EXAT s | PXAT ms | KEEPTTL] */
function set(_: Client, key = '', value = '', ...options: string[]): Reply {
  const chosen = parseSetOptions(options);
  const before = lookUp(key);
  let deadline = chosen.has('KEEPTTL') ? before?.deadline : undefined;
  for (const [option, clock] of CLOCKS) {
    const time = chosen.get(option);
    if (time !== undefined) deadline = toDeadline(time, clock, 'set');
  }
  const isRefused = chosen.has(before ? 'NX' : 'XX');
  if (!isRefused) entries.set(key, { value, deadline });
  if (chosen.has('GET')) return before?.value ?? null;
  return isRefused ? null : OK;
}

/** The options, and the times of those that have one. Of rivals, only one may be chosen. */
function parseSetOptions(words: string[]): Map<string, string> {
  const chosen = new Map<string, string>();
  const rest = words.values();
  for (const word of rest) {
    const option = word.toUpperCase();
    const rivals = SET_OPTIONS.find((group) => group.includes(option)) ?? refuse('ERR syntax error');
    if (rivals.some((rival) => rival !== option && chosen.has(rival))) refuse('ERR syntax error');
    chosen.set(option, CLOCKS.has(option) ? (rest.next().value ?? refuse('ERR syntax error')) : '');
  }
  return chosen;
}

/** EXPIRE key time [NX | XX | GT | LT]: a deadline in the past deletes the key at once. */
function expire(command: string, clock: Clock): Run {
  return (_, key = '', time = '', ...options) => {
    const only = parseConditions(options);
    const deadline = toDeadline(time, clock, command);
    const entry = lookUp(key);
    const current = entry?.deadline;
    if (!entry || only.has(current === undefined ? 'XX' : 'NX')) return 0;
    if (only.has('GT') && (current === undefined || deadline <= current)) return 0;
    if (only.has('LT') && current !== undefined && deadline >= current) return 0;
    entry.deadline = deadline;
    if (deadline <= now()) entries.delete(key);
    return 1;
  };
}

function parseConditions(options: string[]): Set<string> {
  const unknown = options.find((option) => !/^(NX|XX|GT|LT)$/i.test(option));
  if (unknown !== undefined) refuse(`ERR Unsupported option ${unknown}`);
  const only = new Set(options.map((option) => option.toUpperCase()));
  const clash = only.has('NX') && only.size > 1 ? 'NX and XX, GT or LT' : 'GT and LT';
  const clashes = (only.has('NX') && only.size > 1) || (only.has('GT') && only.has('LT'));
  if (clashes) refuse(`ERR ${clash} options at the same time are not compatible`);
  return only;
}

/** −2 if there is no such key, −1 if it never expires. Seconds are rounded to the nearest. */
function ttl({ unit, zero }: Clock): Run {
  return (_, key = '') => {
    const entry = lookUp(key);
    if (entry?.deadline === undefined) return entry ? -1 : -2;
    const left = entry.deadline - zero();
    return left < 0n ? 0 : (left + unit / 2n) / unit;
  };
}

function persist(_: Client, key = ''): Reply {
  const entry = lookUp(key);
  if (entry?.deadline === undefined) return 0;
  entry.deadline = undefined;
  return 1;
}

function toInteger(word: string, problem = 'ERR value is not an integer or out of range'): bigint {
  const isInteger = /^(0|-?[1-9]\d{0,18})$/.test(word) && fits64Bits(BigInt(word));
  return isInteger ? BigInt(word) : refuse(problem);
}

function toDeadline(time: string, { unit, zero }: Clock, command: string): bigint {
  const count = toInteger(time);
  const deadline = count * unit + zero();
  if (fits64Bits(count * unit) && fits64Bits(deadline) && (count > 0n || command !== 'set')) return deadline;
  refuse(`ERR invalid expire time in '${command}' command`);
}

function fits64Bits(number: bigint): boolean {
  return BigInt.asIntN(64, number) === number;
}

// ---- RESP: requests in, replies out.

/** Hands out what a client sends, in the pieces that one asks for, however it was cut on its way. */
class Reader {
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #beforeWaiting: () => Promise<void>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterator<Buffer>, beforeWaiting: () => Promise<void>) {
    this.#chunks = chunks;
    this.#beforeWaiting = beforeWaiting;
  }

  /** The first character of what comes next. */
  async peek(): Promise<string> {
    if (this.#rest.length === 0) this.#rest = await this.#more();
    return this.#rest.toString('latin1', 0, 1);
  }

  /** A line, without the \n that ends it. */
  async line(problem: string): Promise<string> {
    let end = this.#rest.indexOf('\n');
    while (end < 0) {
      const known = this.#rest.length;
      if (known > MAX_LINE) throw new ProtocolError(problem);
      const more = await this.#more();
      this.#rest = Buffer.concat([this.#rest, more]);
      end = this.#rest.indexOf('\n', known);
    }
    return this.#take(end + 1).slice(0, -1);
  }

  /** So many bytes. They are joined once, when all have come. */
  async bytes(length: number): Promise<string> {
    const parts = [this.#rest];
    for (let known = this.#rest.length; known < length; ) {
      const more = await this.#more();
      parts.push(more);
      known += more.length;
    }
    if (parts.length > 1) this.#rest = Buffer.concat(parts);
    return this.#take(length);
  }

  async #more(): Promise<Buffer> {
    await this.#beforeWaiting();
    const { value, done } = await this.#chunks.next();
    if (done) throw new HungUp();
    return value;
  }

  #take(length: number): string {
    const taken = this.#rest.toString('latin1', 0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }
}

/** Reads a request. An empty one is an empty line, or an array of nothing. */
async function readRequest(reader: Reader): Promise<string[]> {
  if ((await reader.peek()) !== '*') return splitWords(await reader.line('too big inline request'));
  const count = parseLength(await reader.line('too big mbulk count string'));
  if (!(count <= MAX_ARGUMENTS)) throw new ProtocolError('invalid multibulk length');
  const words: string[] = [];
  while (words.length < count) words.push(await readBulk(reader));
  return words;
}

async function readBulk(reader: Reader): Promise<string> {
  const type = await reader.peek();
  if (type !== '$') throw new ProtocolError(`expected '$', got '${type}'`);
  const length = parseLength(await reader.line('too big bulk count string'));
  if (!(length >= 0 && length <= MAX_BULK)) throw new ProtocolError('invalid bulk length');
  return (await reader.bytes(length + 2)).slice(0, -2);
}

/** The number on a line such as `*3\r`; NaN if there is none. */
function parseLength(line: string): number {
  return Number(/^.(0|-?[1-9]\d{0,18})\r?$/.exec(line)?.[1] ?? NaN);
}

const WORD = /([^\s"']*)(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\'|\\(?!'))*)')?(?:\s+|$)/sy;
const ESCAPES = new Map(Object.entries({ n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' }));

/** The words of a line that a person has typed, such as `SET greeting "hello world"`. */
function splitWords(line: string): string[] {
  const text = line.trim();
  const words: string[] = [];
  for (WORD.lastIndex = 0; WORD.lastIndex < text.length; ) {
    const [, bare = '', double = '', single = ''] = WORD.exec(text) ?? [];
    if (WORD.lastIndex === 0) throw new ProtocolError('unbalanced quotes in request');
    words.push(bare + replaceEscapes(double) + single.replaceAll("\\'", "'"));
  }
  return words;
}

function replaceEscapes(quoted: string): string {
  return quoted.replace(/\\(?:x([\da-f]{2})|(.))/gis, (_, hex?: string, character = '') =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (ESCAPES.get(character) ?? character),
  );
}

function encode(reply: Reply, protocol: 2 | 3): string {
  if (reply === null) return protocol === 3 ? '_\r\n' : '$-1\r\n';
  if (typeof reply === 'string') return `$${reply.length}\r\n${reply}\r\n`;
  if (typeof reply === 'number' || typeof reply === 'bigint') return `:${reply}\r\n`;
  if (reply instanceof Simple) return `+${reply.text}\r\n`;
  if (reply instanceof ReplyError)
    return `-${reply.message.replace(/[\r\n]+$/, '').replace(/[\r\n]/g, ' ')}\r\n`;
  const flat = Array.isArray(reply) ? reply : [...reply].flat();
  const isMap = protocol === 3 && !Array.isArray(reply);
  const head = isMap ? `%${flat.length / 2}\r\n` : `*${flat.length}\r\n`;
  return head + flat.map((each) => encode(each, protocol)).join('');
}

// ---- The server.

let clients = 0;
const port = Number(process.env.PORT || 6379);
const server = createServer({ allowHalfOpen: true }, (socket) => {
  // A client may break off at any moment: that ends its connection, not the server.
  socket.on('error', () => socket.destroy());
  serve(socket).catch((error) => {
    if (!socket.destroyed) throw error;
  });
});
server.listen(port, '127.0.0.1', 511, () => console.log(`Listening on 127.0.0.1:${port}`));

async function serve(socket: Socket): Promise<void> {
  const client: Client = { id: ++clients, protocol: 2, isClosing: false };
  let replies = '';
  // The replies to all that has come go out together, and whoever does not read is not read from.
  const send = async () => {
    const canTakeMore = socket.write(replies, 'latin1');
    replies = '';
    if (!canTakeMore) await once(socket, 'drain');
  };
  const reader = new Reader(socket.iterator({ destroyOnReturn: false }), send);
  try {
    while (!client.isClosing) {
      const request = await readRequest(reader);
      if (request.length > 0) replies += encode(execute(client, request), client.protocol);
      if (replies.length > MAX_LINE) await send();
    }
  } catch (error) {
    if (error instanceof ProtocolError) replies += `-ERR Protocol error: ${error.message}\r\n`;
    else if (!(error instanceof HungUp)) throw error;
  }
  // Who closes with bytes unread takes back the last reply: so we read on for a while.
  socket.end(replies, 'latin1', () => setTimeout(() => socket.destroy(), LINGER_MS).unref());
  socket.resume();
}
