import { createServer, type Socket } from 'node:net';

/** A connection, and what has come on it that is not answered yet. */
export type Client = { socket: Socket; rest: string; protocol: 2 | 3; closing: boolean };

/** A string is a bulk string, a number an integer; what is none of these is given as bytes. */
export type Reply = string | number | bigint | null | { bytes: string };
export type Length = { length: number; end: number };
export type Command = { arity: number; run: (...args: string[]) => Reply };

/**
 * A server that stores nothing: step 05, with a method for each place where people go wrong. Bytes
 * are strings of one character each (latin1).
 */
export class RespServer {
  readonly listener = createServer(SOCKETS, (socket) => this.serve(socket));

  readonly commands = new Map<string, Command>();
  /** The one whose request is being carried out. */
  client!: Client;

  constructor() {
    this.add('ping', -1, (...words) => this.ping(words));
    this.add('echo', 2, (message) => message);
    this.add('quit', -1, () => this.quit());
    for (const name of ['post', 'host:']) this.add(name, -1, () => this.hangUp());
    this.add('hello', -1, (...words) => this.hello(words));
    this.add('info', -1, () => 'redis_version:7.0.15\r\nloading:0\r\n');
    this.add('select', 2, (index) =>
      this.integer(index) === 0n ? OK : refuse('ERR DB index is out of range'),
    );
  }

  /** The arity is the number of words in a request; −2 means 2 or more. */
  add(name: string, arity: number, run: Command['run']): void {
    this.commands.set(name, { arity, run });
  }

  listen(): void {
    this.listener.listen(Number(process.env.PORT), '127.0.0.1');
  }

  // The connection.

  serve(socket: Socket): void {
    const client: Client = { socket, rest: '', protocol: 2, closing: false };
    socket.on('data', (chunk) => this.receive(client, chunk.toString('latin1')));
    socket.on('end', () => this.left(client));
    socket.on('error', (error) => this.lost(error));
    socket.resume();
  }

  receive(client: Client, bytes: string): void {
    client.rest += bytes;
    this.send(client, [...this.replies(client)].join(''));
  }

  send({ socket, closing }: Client, bytes: string): void {
    const taken = bytes === '' || socket.write(bytes, 'latin1');
    if (!taken) socket.pause().once('drain', () => socket.resume());
    if (closing) socket.end();
  }

  left({ socket }: Client): void {
    socket.end();
  }

  /** A client may break off at any moment: that ends its connection, not the server. */
  lost(_error: Error): void {}

  // From bytes to requests.

  /** A reply to each whole request that has come. */
  *replies(client: Client): Generator<string> {
    try {
      while (!client.closing) {
        const words = this.next(client);
        if (!words) return;
        if (words.length > 0) yield this.reply(client, words);
      }
    } catch (error) {
      client.closing = true;
      client.rest = '';
      yield this.error(error);
    }
  }

  /** Takes the next request off what has come, if it has come whole. */
  next(client: Client): string[] | undefined {
    return client.rest.startsWith('*') ? this.nextArray(client) : this.nextLine(client);
  }

  nextArray(client: Client): string[] | undefined {
    const { rest } = client;
    const head = this.length(rest, 0, 'multibulk');
    if (!head) return undefined;
    const words: string[] = [];
    let at = head.end;
    while (words.length < head.length) {
      const word = this.length(rest, at, 'bulk');
      if (!word || word.end + word.length + 2 > rest.length) return undefined;
      words.push(rest.slice(word.end, word.end + word.length));
      at = word.end + word.length + 2;
    }
    client.rest = rest.slice(at);
    return words;
  }

  /** The number on a line such as `*3` or `$64`, and where the line ends, if it has come whole. */
  length(bytes: string, at: number, kind: 'multibulk' | 'bulk'): Length | undefined {
    const isBulk = kind === 'bulk';
    const type = bytes.charAt(at);
    if (isBulk && type !== '$' && type !== '') refuse(`ERR Protocol error: expected '$', got '${type}'`);
    const end = bytes.indexOf('\r\n', at);
    if (end === -1) return this.wait(bytes.length - at, isBulk ? 'bulk count string' : 'mbulk count string');
    const length = Number(parseInteger(bytes.slice(at + 1, end)) ?? Infinity);
    if (length > MOST[kind] || (isBulk && length < 0)) refuse(`ERR Protocol error: invalid ${kind} length`);
    return { length, end: end + 2 };
  }

  nextLine(client: Client): string[] | undefined {
    const end = client.rest.indexOf('\n');
    if (end === -1) return this.wait(client.rest.length, 'inline request');
    const line = client.rest.slice(0, end);
    client.rest = client.rest.slice(end + 1);
    return this.words(line);
  }

  /** The words of a line; quotes hold them together. */
  words(line: string): string[] {
    const word = /([^ \t-\r"']*)(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\'|\\(?!'))*)')?(?:[ \t-\r]+|$)/sy;
    const text = line.replace(/^[ \t-\r]+/, '');
    const words: string[] = [];
    while (word.lastIndex < text.length) {
      const [, bare = '', double = '', single = ''] = word.exec(text) ?? refuse(UNBALANCED);
      words.push(
        bare + double.replace(/\\(?:x([\da-f]{2})|(.))/gis, replaceEscape) + single.replaceAll("\\'", "'"),
      );
    }
    return words;
  }

  /** The end of a line has not come, but must not be far. */
  wait(length: number, what: string): undefined {
    if (length > 64 * 1024) refuse(`ERR Protocol error: too big ${what}`);
  }

  // From requests to replies.

  reply(client: Client, [name = '', ...args]: string[]): string {
    this.client = client;
    try {
      const command = this.lookUp(name) ?? this.unknown(name, args);
      if (this.isWrongArity(command, 1 + args.length)) refuse(wrongArity(name));
      return this.encode(command.run(...args), client.protocol);
    } catch (error) {
      return this.error(error);
    }
  }

  lookUp(name: string): Command | undefined {
    return this.commands.get(name.toLowerCase());
  }

  unknown(name: string, args: string[]): Command {
    let quoted = '';
    for (const arg of args) if (quoted.length < 128) quoted += `'${arg.slice(0, 128 - quoted.length)}' `;
    return refuse(`ERR unknown command '${name.slice(0, 128)}', with args beginning with: ${quoted}`);
  }

  isWrongArity({ arity }: Command, words: number): boolean {
    return arity > 0 ? words !== arity : words < -arity;
  }

  ping([message, ...more]: string[]): Reply {
    return more.length > 0 ? refuse(wrongArity('ping')) : (message ?? { bytes: '+PONG\r\n' });
  }

  hello([version = `${this.client.protocol}`, option]: string[]): Reply {
    if (parseInteger(version) === undefined) refuse('ERR Protocol version is not an integer or out of range');
    if (version !== '2' && version !== '3') refuse('NOPROTO unsupported protocol version');
    if (option !== undefined) refuse(`ERR Syntax error in HELLO option '${option}'`);
    this.client.protocol = version === '3' ? 3 : 2;
    return { bytes: `${version === '3' ? '%1' : '*2'}\r\n$5\r\nproto\r\n:${version}\r\n` };
  }

  quit(): Reply {
    this.client.closing = true;
    return OK;
  }

  /** Who speaks HTTP is a web page that means no good. */
  hangUp(): Reply {
    this.client.closing = true;
    this.client.socket.destroy();
    return OK;
  }

  /** The integer that an argument spells, of 64 bits and in its shortest form. */
  integer(argument: string): bigint {
    return parseInteger(argument) ?? refuse('ERR value is not an integer or out of range');
  }

  encode(reply: Reply, protocol: 2 | 3): string {
    if (reply === null) return protocol === 3 ? '_\r\n' : '$-1\r\n';
    if (typeof reply === 'string') return this.bulk(reply);
    return typeof reply === 'object' ? reply.bytes : `:${reply}\r\n`;
  }

  bulk(bytes: string): string {
    return `$${bytes.length}\r\n${bytes}\r\n`;
  }

  /** An error is a line: one that quotes a request must not end early. */
  error(error: unknown): string {
    if (!(error instanceof Refusal)) throw error;
    return `-${error.message.replace(/[\r\n]/g, ' ')}\r\n`;
  }
}

/** A request is not carried out; the message is the reply to it. */
class Refusal extends Error {}

export function refuse(problem: string): never {
  throw new Refusal(problem);
}

/** Nothing is read from a client before it is served, and it may close its side before its reply is out. */
const SOCKETS = { pauseOnConnect: true, allowHalfOpen: true };
export const OK: Reply = { bytes: '+OK\r\n' };
const MOST = { multibulk: 2 ** 31 - 1, bulk: 2 ** 29 };
const UNBALANCED = 'ERR Protocol error: unbalanced quotes in request';
const wrongArity = (name: string) => `ERR wrong number of arguments for '${name.toLowerCase()}' command`;

function replaceEscape(_: string, hex: string | undefined, char: string): string {
  if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
  return { n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' }[char] ?? char;
}

function parseInteger(text: string): bigint | undefined {
  return /^(0|-?[1-9]\d{0,18})$/.test(text) && isInt64(BigInt(text)) ? BigInt(text) : undefined;
}

export function isInt64(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value;
}
