import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from '@toy-redis/conformance';
import { onTestFinished } from 'vitest';
import { startLocally } from '../../src/server/local.ts';
import type { ForkServer } from '../../src/server/server.ts';

/** How to start the server of these tests, so that it does as the words say. */
export function pong(...words: string[]): [string, ...string[]] {
  return [process.execPath, join(import.meta.dirname, 'pong.ts'), ...words];
}

/** A server that can be started again and again on the same port, and is stopped after the test. */
export async function startable(command: readonly [string, ...string[]], outputBytes?: number) {
  const port = await freePort();
  const started: ForkServer[] = [];
  onTestFinished(async () => {
    for (const server of started) await server.stop();
  });
  const start = async () => {
    const limits = outputBytes === undefined ? {} : { outputBytes };
    const server = startLocally({ folder: import.meta.dirname, command, port, ...limits });
    started.push(server);
    return server;
  };
  return { port, start, started };
}

/** Whether somebody accepts connections there. */
export async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const answer = await new Promise<boolean>((settle) => {
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
  socket.destroy();
  return answer;
}
