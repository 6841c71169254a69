import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparison, Figure, Load, LoadFigures, Results } from '../../../test/bench/src/results.ts';
import { ROOT } from '../course/repository.ts';

/** The figures of all servers under one load. */
export type Loaded = Comparison<Load, LoadFigures>;

/** A run of the bench, from its file: `speed`, `growth`, `steps` or `taken-out-again`. */
export function measured(name: string): Results {
  const file = `test/bench/results/${name}.json`;
  const results: Results = JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
  if (results.schema !== 'toy-redis-bench/1') throw new SchemaError(file, results.schema);
  return results;
}

/** The name of the step that a run is about: of those that it measured, the last. */
export function stepOf({ servers }: Results): string {
  return servers.findLast(({ kind }) => kind === 'step')?.name ?? '';
}

/** What a server's name is on a plot. */
export function shownName(server: string): string {
  return server.replace(/^(\d+)-.*/, 'step $1');
}

/** The requests a second of a server under a load. */
export function rateOf({ servers }: Loaded, name: string): Figure | undefined {
  return servers.find(({ server }) => server === name)?.requestsPerSecond;
}

class SchemaError extends Error {
  override name = 'SchemaError';

  constructor(file: string, schema: string) {
    super(`expected the schema toy-redis-bench/1 in ${file}, got ${schema}`);
  }
}
