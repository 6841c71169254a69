import { spawnSync } from 'node:child_process';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { BenchError } from './errors.ts';
import type { Machine, Versions } from './results.ts';

/** What all figures depend on. */
export function describeMachine(): Machine {
  return {
    cpuModel: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryBytes: totalmem(),
    os: `${platform()} ${arch()}`,
    kernel: release(),
  };
}

/** Throws a MissingProgramError if Redis or its benchmark is not installed. */
export function findVersions(): Versions {
  return {
    node: process.versions.node,
    redis: versionOf('redis-server'),
    redisBenchmark: versionOf('redis-benchmark'),
    commit: findCommit(),
  };
}

class MissingProgramError extends BenchError {
  override name = 'MissingProgramError';

  constructor(program: string) {
    super(
      `there is no ${program} here. To install it: Debian: apt-get install redis-server redis-tools; macOS: brew install redis`,
    );
  }
}

function versionOf(program: string): string {
  const printed = run(program, '--version');
  if (printed === null) throw new MissingProgramError(program);
  return /\d+(\.\d+)+/.exec(printed)?.[0] ?? printed;
}

function findCommit(): string | null {
  const commit = run('git', 'rev-parse', '--short', 'HEAD');
  const changes = run('git', 'status', '--porcelain');
  return commit && `${commit}${changes ? '+' : ''}`;
}

/** What a program prints, or null if it is not there or fails. */
function run(program: string, ...args: string[]): string | null {
  const { status, stdout } = spawnSync(program, args, { cwd: import.meta.dirname, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}
