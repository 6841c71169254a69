import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Address } from './session.ts';

/** How to start a server: a command and the folder it runs in. It finds its port in `PORT`, too. */
export type Start = {
  command: (port: number | string) => readonly [string, ...string[]];
  cwd: string;
  env?: Record<string, string>;
};

/** A server in a process of its own. */
export type ServerProcess = {
  pid: number;
  isRunning: () => boolean;
  /** All that it has printed so far. */
  output: () => string;
  /** Its exit code; null while it runs, and if it was killed. */
  exitCode: () => number | null;
  /** Ends it, by force if it does not obey within 2 s; resolves when it is gone. */
  stop: () => Promise<void>;
};

export type RunningServer = ServerProcess & Address;

const HOST = '127.0.0.1';
const READY_WITHIN = 15_000;
const OBEYS_WITHIN = 2000;

/** Runs a command with `PORT` set to whatever is given, a port or not. */
export function runServer({ command, cwd, env }: Start, port: number | string): ServerProcess {
  const [file, ...args] = command(port);
  const child = spawn(file, args, { cwd, env: { ...process.env, ...env, PORT: String(port) } });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  child.on('error', (error) => (output += error.message));
  const exited = once(child, 'close').catch(() => {});
  const isRunning = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid ?? 0,
    isRunning,
    output: () => output,
    exitCode: () => child.exitCode,
    stop: async () => {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), OBEYS_WITHIN);
      await exited;
      clearTimeout(force);
    },
  };
}

/**
 * Starts a server on a free port and waits until it accepts connections.
 * Throws a NotStartedError, with what the server printed, if it exits or is not ready within 15 s.
 */
export async function startServer(start: Start): Promise<RunningServer> {
  const port = await freePort();
  const server = runServer(start, port);
  const end = Date.now() + READY_WITHIN;
  while (!(await accepts(port))) {
    if (!server.isRunning() || Date.now() > end) {
      await server.stop();
      throw new NotStartedError(start, port, server.output());
    }
    await sleep(10);
  }
  return { ...server, host: HOST, port };
}

/** Waits until a server has exited of its own accord; resolves to its exit code, null if it had to be ended. */
export async function exitOf(server: ServerProcess): Promise<number | null> {
  const end = Date.now() + READY_WITHIN;
  while (server.isRunning() && Date.now() < end) await sleep(10);
  await server.stop();
  return server.exitCode();
}

/** A port that nothing listens on, below those that the system gives to clients. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    const probe = createServer();
    const free = await new Promise<boolean>((settle) => {
      probe.once('error', () => settle(false));
      probe.listen(port, HOST, () => settle(true));
    });
    if (!free) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect({ host: HOST, port });
  const accepted = await new Promise<boolean>((settle) => {
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
  socket.destroy();
  return accepted;
}

export class NotStartedError extends Error {
  override name = 'NotStartedError';

  constructor({ command, cwd }: Start, port: number, output: string) {
    const printed = output.trim() === '' ? 'It printed nothing.' : `It printed:\n${output.trim()}`;
    super(`\`${command(port).join(' ')}\` in ${cwd} does not listen on its port, ${port}. ${printed}`);
  }
}
