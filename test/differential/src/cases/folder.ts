import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toAsciiJson } from './ascii-json.ts';
import { type Case, parseCase } from './case.ts';

const CASES = resolve(import.meta.dirname, '../../cases');

/** All cases in a folder, by name. Throws a WrongCaseError if one is none. */
export function readCases(folder = CASES): Case[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => parseCase(readFileSync(join(folder, name), 'utf8'), join(folder, name)));
}

/** Saves what was found, so that it is tried first from now on. The same is saved once. Returns the file. */
export function saveCase({ title, from, chunks, ending, before, plays }: Case, folder = CASES): string {
  const recipe = { ...(before.length > 0 && { before }), ...(plays > 1 && { plays }) };
  const json = `${toAsciiJson({ title, from, ...recipe, chunks, ending })}\n`;
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 8);
  const file = join(folder, `found-${from}-${hash}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, json);
  return file;
}
