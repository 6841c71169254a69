import { once } from 'node:events';
import { mkdir, readdir, readlink, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { isAbsolute, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startLocally } from '../../server/local.ts';
import type { ForkServer } from '../../server/server.ts';
import type { Ground, Program } from './ground.ts';

const LOOKS_EVERY_MS = 20;

/** No sandbox: a fork can do all that the instructor can. Only its time and its output are limited. */
export const bareGround: Ground = {
  port: freePort,
  start: async (program, port) => {
    await linkPackages(program);
    return startFor(program, port);
  },
  build: async (program, _network, signal) => {
    const build = startFor(program, await freePort());
    while (build.isRunning() && !signal.aborted) await sleep(LOOKS_EVERY_MS);
    await build.stop();
    const code = /^exited with code (\d+)$/.exec(build.exit() ?? '')?.[1];
    const endedBecause = build.endedBecause();
    return {
      code: code === undefined || endedBecause ? null : Number(code),
      output: build.output(),
      endedBecause,
    };
  },
};

function startFor({ fork, folder, line, limits }: Program, port: number): ForkServer {
  const { ms, outputBytes } = limits;
  const server = startLocally({ folder: join(fork, folder), command: ['sh', '-c', line], port, outputBytes });
  let endedBecause: string | null = null;
  const end = setTimeout(() => {
    endedBecause = `it ran for more than ${ms / 1000} s`;
    void server.stop();
  }, ms);
  const stop = () => {
    clearTimeout(end);
    return server.stop();
  };
  return { ...server, endedBecause: () => endedBecause, stop };
}

/** A link to all our packages would lead `@toy-redis/resp` to ours; each for itself, it leads to the fork's. */
async function linkPackages({ fork, packages }: Program): Promise<void> {
  const folder = join(fork, 'node_modules');
  if (packages === null || (await mkdir(folder, { recursive: true })) === undefined) return;
  for (const name of await readdir(packages)) {
    if (name !== '@toy-redis') await linkTo(join(packages, name), join(folder, name));
  }
  await mkdir(join(folder, '@toy-redis'));
  for (const name of await readdir(join(packages, '@toy-redis'))) {
    await linkTo(join(packages, '@toy-redis', name), join(folder, '@toy-redis', name));
  }
}

async function linkTo(ours: string, theirs: string): Promise<void> {
  const target = await readlink(ours).catch(() => ours);
  await symlink(isAbsolute(target) ? ours : target, theirs);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : freePort();
}
