import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { type RunningServer, type Start, type Step, startServer } from '@toy-redis/conformance';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, vi } from 'vitest';
import { speakers } from './speakers.ts';

/**
 * Describes how a client gets on with each step that speaks RESP. Whatever the client does, the server
 * still answers afterwards and has printed nothing but its one line, and the client warns of nothing.
 */
export function visitEachSpeaker(describeVisits: (step: Step, port: () => number) => void): void {
  for (const step of speakers) {
    describe(`step ${step.number}`, () => {
      const warnings = [
        vi.spyOn(console, 'warn'),
        vi.spyOn(console, 'error'),
        vi.spyOn(process, 'emitWarning'),
      ];
      let server: RunningServer;

      beforeAll(async () => {
        server = await startServer(serverOf(step));
      });
      beforeEach(() => vi.clearAllMocks());
      afterEach(async () => {
        expect(await ask(server.port, 'PING\r\n')).toBe('+PONG\r\n');
        await expect.poll(server.output).toBe(`Listening on 127.0.0.1:${server.port}\n`);
        for (const warning of warnings) expect(warning).not.toHaveBeenCalled();
      });
      afterAll(async () => {
        await server.stop();
        expect(server.output()).toBe(`Listening on 127.0.0.1:${server.port}\n`);
      });

      describeVisits(step, () => server.port);
    });
  }
}

export function serverOf({ folder }: Step): Start {
  return { command: () => [process.execPath, 'src/server.ts'], cwd: folder };
}

/** Sends bytes and hangs up; all that the server has to say to that. */
export async function ask(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.end(bytes, 'latin1');
  return text(socket);
}
