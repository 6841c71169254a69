import { OK, type Reply, ReplyError, toInteger, VerbatimString } from '@toy-redis/resp';
import type { Command } from './commands.ts';

/** The Redis whose behaviour this server follows. */
const VERSION = '7.0.15';
const NO_SUCH_DATABASE = new ReplyError('ERR DB index is out of range');
const INFO = `# Server\r\nredis_version:${VERSION}\r\n\r\n# Persistence\r\nloading:0\r\n`;

/** What the server remembers of a client. Redis: `client` in server.h. */
export class Connection {
  static #last = 0;
  readonly id = ++Connection.#last;
  protocol: 2 | 3 = 2;
  /** Set once the reply at hand is the last one. */
  closing = false;
}

/** What clients say before their first request of interest, as far as an error will not do. */
export const handshake: [string, Command][] = [
  ['hello', { arity: -1, run: hello }],
  ['info', { arity: -1, run: () => new VerbatimString('txt', INFO) }],
  // Of Redis's 16 databases, this server has the first.
  ['select', { arity: 2, run: (index) => (toInteger(index) === 0n ? OK : NO_SUCH_DATABASE) }],
  ['quit', { arity: -1, run: quit }],
  // A web page can make its reader's browser speak to any server here. Redis: `securityWarningCommand`.
  ['post', { arity: -1, run: hangUp }],
  ['host:', { arity: -1, run: hangUp }],
];

/** HELLO [2 | 3]: the version of RESP to speak from now on. Redis: networking.c. */
function hello(this: Connection, version?: string, option?: string): Reply {
  if (version !== undefined) {
    const protocol = toInteger(version, 'Protocol version is not an integer or out of range');
    if (protocol !== 2n && protocol !== 3n) return new ReplyError('NOPROTO unsupported protocol version');
    if (option !== undefined) return new ReplyError(`ERR Syntax error in HELLO option '${option}'`);
    this.protocol = protocol === 2n ? 2 : 3;
  }
  const self = { server: 'redis', version: VERSION, proto: this.protocol, id: this.id };
  return new Map<Reply, Reply>(Object.entries({ ...self, mode: 'standalone', role: 'master', modules: [] }));
}

function quit(this: Connection): Reply {
  this.closing = true;
  return OK;
}

function hangUp(): never {
  throw new Error('expected RESP, got HTTP');
}
