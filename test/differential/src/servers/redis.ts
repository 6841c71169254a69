import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Start } from '@toy-redis/conformance';
import { DifferentialError } from '../errors.ts';

const ALONE = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--daemonize', 'no'];

/** The version of the Redis that is installed. Throws a MissingRedisError if there is none. */
export function findRedis(): string {
  const { status, stdout } = spawnSync('redis-server', ['--version'], { encoding: 'utf8' });
  if (status !== 0) throw new MissingRedisError();
  return /\d+(\.\d+)+/.exec(stdout)?.[0] ?? stdout.trim();
}

/** How to start a Redis that leaves nothing behind. */
export function redisIn(folder: string): Start {
  return { command: (port) => ['redis-server', '--port', `${port}`, ...ALONE], cwd: folder };
}

/** A folder that is there as long as this lasts. */
export async function inTemporaryFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'toy-redis-differential-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

class MissingRedisError extends DifferentialError {
  override name = 'MissingRedisError';

  constructor() {
    super(
      'there is no redis-server here. To install it: Debian: apt-get install redis-server; macOS: brew install redis',
    );
  }
}
