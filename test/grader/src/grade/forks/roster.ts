import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { UsageError } from '../../errors.ts';
import type { Fork, Source } from './fork.ts';
import { sourceOf } from './source.ts';

const COLUMNS = ['name', 'repository'];

type Row = { record: Record<string, string>; info: { lines: number } };

/** The forks of a class, and what else is said of each, by name and column: an email, a number. */
export type Roster = { forks: Fork[]; said: Map<string, Record<string, string>> };

/**
 * Reads a CSV file with the columns `name`, `repository` and, if wanted, `ref`, and others for the gradebook.
 * Paths start from the folder of the file. Throws a UsageError with the line that is wrong.
 */
export function readRoster(file: string): Roster {
  const rows = rowsOf(file);
  if (rows.length === 0) throw new UsageError(`${file}: expected a line for each fork, got none`);
  const lines = new Map<string, number>();
  const roster: Roster = { forks: [], said: new Map() };
  for (const { record, info } of rows) {
    const { name = '', repository = '', ref = '', ...said } = record;
    const complain = (problem: string) => new UsageError(`${file}, line ${info.lines}: ${problem}`);
    if (name === '') throw complain('expected a name, got none');
    if (repository === '') throw complain(`expected the repository of ${name}, got none`);
    const before = lines.get(name.toLowerCase());
    if (before !== undefined) throw complain(`expected a new name, got ${name}, as in line ${before}`);
    lines.set(name.toLowerCase(), info.lines);
    roster.forks.push({
      name,
      source: sourceIn(ref === '' ? repository : `${repository}#${ref}`, file, complain),
    });
    roster.said.set(name, said);
  }
  return roster;
}

function sourceIn(written: string, file: string, complain: (problem: string) => UsageError): Source {
  try {
    return sourceOf(written, dirname(resolve(file)));
  } catch (error) {
    throw error instanceof UsageError ? complain(error.message) : error;
  }
}

function rowsOf(file: string): Row[] {
  try {
    return parse<Row>(readFileSync(file, 'utf8'), {
      bom: true,
      columns: (header: string[]) => columnsIn(header, file),
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    if (error instanceof CsvError) throw new UsageError(`${file}: ${error.message}`);
    if (error instanceof UsageError || !(error instanceof Error)) throw error;
    throw new UsageError(`--roster: expected a CSV file, got ${file} (${error.message})`);
  }
}

function columnsIn(header: string[], file: string): string[] {
  const columns = header.map((column) => column.toLowerCase());
  const missing = COLUMNS.find((column) => !columns.includes(column));
  if (missing === undefined) return columns;
  const got = header.join(',');
  throw new UsageError(`${file}, line 1: expected the columns name,repository and perhaps ref, got ${got}`);
}
