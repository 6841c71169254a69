import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Input } from '../input.ts';
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
export function saveCase(step: string, { chunks, ending }: Input, folder = CASES): string {
  const title = 'Was answered in another way than by Redis';
  const json = `${toAsciiJson({ title, from: step, chunks, ending })}\n`;
  const file = join(
    folder,
    `found-${step}-${createHash('sha256').update(json).digest('hex').slice(0, 8)}.json`,
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, json);
  return file;
}
