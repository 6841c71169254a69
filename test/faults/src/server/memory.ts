import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningServer } from '@toy-redis/conformance';
import { FaultError } from '../errors.ts';
import { measureUntil, patience } from '../wait.ts';
import { residentBytes } from './proc.ts';

const SAMPLED_EVERY_MS = 20;

/**
 * The bytes that a server has in use once its garbage is collected, in and beside the heap of V8. It
 * must have been started with `report-memory.ts`. Throws a FaultError if it does not tell.
 */
export async function usedBytes(server: RunningServer): Promise<number> {
  const before = server.output().length;
  process.kill(server.pid, 'SIGUSR2');
  const report = () => /^memory (\d+)$/m.exec(server.output().slice(before))?.[1];
  const isOver = (bytes: string | undefined) => bytes !== undefined || !server.isRunning();
  const told = await measureUntil(report, isOver, patience(1));
  if (told === undefined) throw new FaultError('expected the server to say what memory it uses, got nothing');
  return Number(told);
}

/** The most memory that a process holds while it is watched, in bytes; more than `enough` need not be known. */
export async function peakResidentBytes(
  { pid }: RunningServer,
  durationMs: number,
  enough = Infinity,
): Promise<number> {
  let peak = 0;
  const end = Date.now() + durationMs;
  while (Date.now() < end && peak <= enough) {
    peak = Math.max(peak, residentBytes(pid));
    await sleep(SAMPLED_EVERY_MS);
  }
  return peak;
}
