import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Start } from '@toy-redis/conformance';
import { onTestFinished } from 'vitest';
import { compareStep, type Report, type Subject } from '../../src/compare-step.ts';
import { Pair } from '../../src/exchange/pair.ts';

/** A search that comes to an end. */
export const EFFORT = { seed: 1, ms: 30_000, runs: 1000, signal: new AbortController().signal };

/** A fake step beside a fake Redis, as long as a test runs. */
export async function open(ours: string, redis = 'correct'): Promise<Subject> {
  const pair = await Pair.open(fake(ours), fake(redis));
  onTestFinished(() => pair.close());
  const abilities = { commands: new Set(['ping', 'echo']), lacks: new Set<string>() };
  return { step: '05', lineage: ['05', '04'], pair, abilities };
}

/** Searches, with no cases. */
export function compare(subject: Subject, effort = EFFORT): Promise<Report> {
  return compareStep(subject, [], effort);
}

/** A folder that is there as long as a test runs. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'toy-redis-differential-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function fake(name: string): Start {
  return { command: () => [process.execPath, `${name}.ts`], cwd: join(import.meta.dirname) };
}
