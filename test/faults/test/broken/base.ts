import { createServer, type Server as NetServer, type Socket } from 'node:net';
import { Keyspace } from './keyspace.ts';
import { split, TooLongError } from './requests.ts';

const OK = '+OK\r\n';
const NULL = '$-1\r\n';

/** A correct server, as far as faults go. The wrong ones beside it override a method, here or in Keyspace. */
export class Server {
  readonly keyspace: Keyspace;

  constructor(keyspace = new Keyspace()) {
    this.keyspace = keyspace;
  }

  listen(): NetServer {
    return createServer((socket) => this.welcome(socket)).listen(Number(process.env.PORT), '127.0.0.1');
  }

  /** Hears a client out, and lets go of it when it leaves, however it does. */
  welcome(socket: Socket): void {
    let cut = '';
    socket.on('error', () => {});
    socket.setEncoding('latin1').on('data', (chunk) => {
      try {
        const { requests, rest } = this.split(cut + chunk);
        cut = rest;
        this.write(socket, requests.map((request) => this.answer(request)).join(''));
      } catch (error) {
        if (!(error instanceof TooLongError)) throw error;
        socket.end('-ERR Protocol error: invalid bulk length\r\n');
      }
    });
  }

  split(bytes: string): { requests: string[][]; rest: string } {
    return split(bytes);
  }

  /** Waits for slow readers. */
  write(socket: Socket, bytes: string): void {
    if (!socket.write(bytes, 'latin1')) socket.pause().once('drain', () => socket.resume());
  }

  answer([name = '', key = '', ...words]: string[]): string {
    if (name === 'PING') return key === '' ? '+PONG\r\n' : bulk(key);
    if (name === 'GET') return bulk(this.keyspace.get(key));
    if (name === 'SET') return this.set(key, words);
    if (name === 'DEL') return integer(this.keyspace.delete(key) ? 1 : 0);
    if (name === 'PEXPIREAT') return this.pexpireat(key, Number(words[0]));
    if (name === 'PEXPIRETIME') return this.pexpiretime(key);
    if (name === 'DBSIZE') return integer(this.keyspace.size);
    if (name !== 'FLUSHALL') return `-ERR unknown command '${name}'\r\n`;
    this.keyspace.clear();
    return OK;
  }

  set(key: string, [value = '', option = '', time = '']: string[]): string {
    this.keyspace.set(key, value, this.deadlineBySet(key, option, Number(time)));
    return OK;
  }

  deadlineBySet(key: string, option: string, time: number): number | undefined {
    if (option === 'KEEPTTL') return this.keyspace.deadline(key);
    if (option === 'PXAT') return time;
    if (option === 'PX') return this.keyspace.now() + time;
    return option === 'EX' ? this.keyspace.now() + 1000 * time : undefined;
  }

  pexpireat(key: string, deadline: number): string {
    const value = this.keyspace.get(key);
    if (value === undefined) return integer(0);
    this.keyspace.set(key, value, deadline);
    return integer(1);
  }

  pexpiretime(key: string): string {
    const isThere = this.keyspace.get(key) !== undefined;
    return integer(isThere ? (this.keyspace.deadline(key) ?? -1) : -2);
  }
}

function bulk(bytes: string | undefined): string {
  return bytes === undefined ? NULL : `$${bytes.length}\r\n${bytes}\r\n`;
}

function integer(value: number): string {
  return `:${value}\r\n`;
}
