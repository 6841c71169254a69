import type { Socket } from 'node:net';
import type { Address } from '@toy-redis/conformance';
import { ask, frame, NoReplyError, openSocket } from './connection.ts';

/** What a server can do, as far as it bears on how it can be measured. */
export type Abilities = {
  /** It answers a client while another is connected. */
  concurrent: boolean;
  /** It answers each of several requests that come in one read. */
  pipelines: boolean;
  /** SET and GET do what they should. */
  stores: boolean;
  /** Keys have deadlines, and DBSIZE counts them. */
  expires: boolean;
};

const PING = frame('PING');
const KEY = 'bench:ability';

/** Asks a server what it can do. Nothing is concluded from its name. */
export async function probe(address: Address): Promise<Abilities> {
  const idle = await openSocket(address);
  try {
    const concurrent = await answers(address, PING, /^\+PONG\r\n$/);
    if (!concurrent) return { concurrent, pipelines: false, stores: false, expires: false };
    const pipelines = await answers(address, PING + PING, /^(\+PONG\r\n){2}$/);
    const stores =
      (await answers(address, frame('SET', KEY, 'value'), /^\+OK\r\n$/)) &&
      (await answers(address, frame('GET', KEY), /^\$5\r\nvalue\r\n$/));
    const deadline = String(Date.now() + 60_000);
    const expires =
      stores &&
      (await answers(address, frame('SET', KEY, 'value', 'PXAT', deadline), /^\+OK\r\n$/)) &&
      (await answers(address, frame('DBSIZE'), /^:[1-9]\d*\r\n$/));
    if (stores) await answers(address, frame('DEL', KEY), /\r\n$/);
    return { concurrent, pipelines, stores, expires };
  } finally {
    idle.destroy();
  }
}

async function answers(address: Address, request: string, form: RegExp): Promise<boolean> {
  let socket: Socket | undefined;
  try {
    socket = await openSocket(address);
    await ask(socket, request, form);
    return true;
  } catch (error) {
    if (error instanceof NoReplyError) return false;
    throw error;
  } finally {
    socket?.destroy();
  }
}
