import { accessSync, constants, existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../errors.ts';

/** Throws a UsageError unless results can be written there. It writes nothing yet. */
export function expectWritable(file: string): void {
  const exists = existsSync(file);
  try {
    if (exists && statSync(file).isDirectory()) throw new Error('that is a folder');
    accessSync(exists ? file : dirname(file), constants.W_OK);
  } catch (error) {
    const got = error instanceof Error ? error.message : error;
    throw new UsageError(`--json: expected a file that can be written, got ${file} (${got}). Name another.`);
  }
}

export function writeResults(file: string, results: object): void {
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
