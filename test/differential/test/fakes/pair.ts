import { join } from 'node:path';
import type { Start } from '@toy-redis/conformance';
import type { Subject } from '../../src/compare-step.ts';
import { Pair } from '../../src/exchange/pair.ts';

/** A fake step beside a fake Redis. */
export async function openSubject(ours: string, redis = 'correct'): Promise<Subject> {
  const pair = await Pair.open(fake(ours), fake(redis));
  const abilities = { commands: new Set(['ping', 'echo']), lacks: new Set<string>() };
  return { step: '05', lineage: ['05', '04'], pair, abilities };
}

function fake(name: string): Start {
  return { command: () => [process.execPath, `${name}.ts`], cwd: join(import.meta.dirname) };
}
