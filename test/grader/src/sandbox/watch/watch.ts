import { setTimeout as sleep } from 'node:timers/promises';
import type { Box } from '../box.ts';
import { type KnownProcess, runs } from '../known-process.ts';
import { defaultRoom, type SandboxOptions } from '../options.ts';
import { DiskWatch } from './disk.ts';
import { excessOf } from './processes.ts';

const LOOK_EVERY_MS = 100;

/**
 * Watches a sandbox until it uses more than it may; resolves with what: "it had more than 64 processes".
 * Resolves with null when it has ended before.
 */
export function watch({ gate, init }: Box, { folder, limits, room }: SandboxOptions): Promise<string | null> {
  if (init === null) return Promise.resolve(null);
  const disk = new DiskWatch(folder, init, room ?? defaultRoom);
  const end = performance.now() + limits.ms;
  const late = () => (performance.now() > end ? `it ran for more than ${limits.ms / 1000} s` : null);
  const looks = [() => late() ?? excessOf(init, limits), () => disk.excess()];
  return Promise.race(looks.map((look) => lookUntilGone(gate, look)));
}

async function lookUntilGone(
  gate: KnownProcess,
  look: () => string | null | Promise<string | null>,
): Promise<string | null> {
  while (runs(gate)) {
    const excess = await look();
    if (excess !== null) return excess;
    await sleep(LOOK_EVERY_MS);
  }
  return null;
}
