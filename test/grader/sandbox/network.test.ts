import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ForkServer } from '../src/server/server.ts';
import { runHostile, startHostile } from './hostile.ts';

const PATIENCE_MS = 30_000;
const say = (port: number) =>
  `net.connect(${port}, '127.0.0.1').on('error', (e) => console.log(e.code)).pipe(process.stdout)`;

describe('a network of its own', { timeout: PATIENCE_MS }, () => {
  test('nothing of the host can be reached, neither by a port nor by an abstract Unix socket', async () => {
    const name = `hostile-${process.pid}`;
    const port = await listen(0);
    await listen(`\0${name}`);
    const [program, ...args] = ['reach-out.py', `${port}`, name, '127.0.0.1', '::1'];
    const outside = join(import.meta.dirname, 'hostile', program);
    // Without the sandbox both are reached: the host is there.
    expect(JSON.parse(execFileSync('python3', [outside, ...args.slice(0, 3)], { encoding: 'utf8' }))).toEqual(
      {
        '127.0.0.1': 'connected',
        [name]: 'connected',
      },
    );
    const { output } = await runHostile(['python3', program, ...args]);
    const refused = 'Connection refused';
    expect(JSON.parse(output)).toEqual({ '127.0.0.1': refused, '::1': refused, [name]: refused });
  });

  test('there is no way to any other machine', async () => {
    const { output } = await runHostile(['sh', '-c', 'grep -c . /proc/net/route; grep : /proc/net/dev']);
    expect(output.match(/\w+(?=:)/g)).toEqual(['lo']);
    expect(output).toMatch(/^1\n/);
  });

  test('only a build that may is in the network of the host', async () => {
    const port = await listen(0);
    const command = ['python3', 'reach-out.py', `${port}`, 'nobody', '127.0.0.1'] as const;
    expect(JSON.parse((await runHostile(command, { network: true })).output)['127.0.0.1']).toBe('connected');
  });

  test('a server on all addresses is reached from beside it, and from nowhere else', async () => {
    const port = await freePort();
    const server = await startListening(port, 'ada');
    expect(await askBeside(server, port)).toBe('hello from ada\n');
    expect(execFileSync(process.execPath, ['-e', say(port)], { encoding: 'utf8' })).toBe('ECONNREFUSED\n');
  });

  test('it is known where it listens, if not on its port', async () => {
    const command = ['sh', '-c', 'PORT=7000 exec python3 listen-everywhere.py'] as const;
    const server = await startHostile(command, { env: { NAME: 'ada' } });
    await vi.waitFor(() => expect(server.output()).toBe('listening\n'), PATIENCE_MS);
    expect(server.listensOn?.()).toEqual([{ address: '0.0.0.0', port: 7000 }]);
    await server.stop();
    expect(server.listensOn?.()).toEqual([]);
  });

  test('eight have the same port at the same time', async () => {
    const names = ['ada', 'bob', 'cy', 'dee', 'eve', 'flo', 'gus', 'hal'];
    const servers = await Promise.all(names.map((name) => startListening(6379, name)));
    const greetings = await Promise.all(servers.map((server) => askBeside(server, 6379)));
    expect(greetings).toEqual(names.map((name) => `hello from ${name}\n`));
  });
});

async function startListening(port: number, name: string): Promise<ForkServer> {
  const server = await startHostile(['python3', 'listen-everywhere.py'], { port, env: { NAME: name } });
  await vi.waitFor(() => expect(server.output()).toBe('listening\n'), PATIENCE_MS);
  return server;
}

async function askBeside(server: ForkServer, port: number): Promise<string> {
  const { stdout } = server.beside([process.execPath, '-e', say(port)]);
  return stdout === null ? '' : text(stdout);
}

/** On a port of 127.0.0.1, or by an abstract name; resolves with the port. */
async function listen(where: number | string): Promise<number> {
  const server = createServer((socket) => socket.on('error', () => {}).end());
  onTestFinished(() => void server.close());
  if (typeof where === 'number') server.listen(where, '127.0.0.1');
  else server.listen(where);
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
