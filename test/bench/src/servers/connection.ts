import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Address } from '@toy-redis/conformance';
import { BenchError } from '../errors.ts';

const PATIENCE = 1000;

/** A request as clients write it: an array of bulks. All that is sent here is ASCII. */
export function frame(...words: string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`;
}

/** Throws if nothing accepts the connection. */
export async function openSocket({ host, port }: Address): Promise<Socket> {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, 'connect');
  // What goes wrong later is seen by whoever waits for a reply: the socket closes.
  socket.on('error', () => {});
  return socket;
}

/**
 * Sends bytes and waits for a reply of this form. Throws a NoReplyError if the server hangs up or so
 * long (ms) passes.
 */
export async function ask(
  socket: Socket,
  request: string,
  form: RegExp,
  patience = PATIENCE,
): Promise<string> {
  let received = '';
  return await new Promise<string>((resolve, reject) => {
    const settle = (outcome: () => void) => {
      clearTimeout(timer);
      socket.off('data', take).off('close', giveUp);
      outcome();
    };
    const giveUp = () => settle(() => reject(new NoReplyError(request, form, received)));
    const take = (chunk: Buffer) => {
      received += chunk.toString('latin1');
      if (form.test(received)) settle(() => resolve(received));
    };
    const timer = setTimeout(giveUp, patience);
    socket.on('data', take).on('close', giveUp);
    if (socket.destroyed) giveUp();
    else socket.write(request, 'latin1');
  });
}

/** A server did not reply as every server that is measured here does. */
export class NoReplyError extends BenchError {
  override name = 'NoReplyError';

  constructor(request: string, form: RegExp, received: string) {
    const [asked, got] = [request, received].map((bytes) => JSON.stringify(bytes.slice(0, 200)));
    super(`expected a reply like ${form} to ${asked}, got ${received === '' ? 'none' : got}`);
  }
}
