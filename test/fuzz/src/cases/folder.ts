import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Chunks } from '../search.ts';
import { type Case, parseCase } from './case.ts';

const CASES = resolve(import.meta.dirname, '../../cases');

/** All cases in a folder, by name. Throws a WrongCaseError if one is none. */
export function readCases(folder = CASES): Case[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => parseCase(readFileSync(join(folder, name), 'utf8'), join(folder, name)));
}

/** Saves what was found, so that it is tried first from now on. The same is saved once. Returns the file. */
export function saveCase(target: string, chunks: Chunks, folder = CASES): string {
  const json = `${JSON.stringify({ title: 'Was decoded wrongly, or at too high a price', target, chunks }, null, 2)}\n`;
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 8);
  const file = join(folder, `found-${target}-${hash}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, json);
  return file;
}
