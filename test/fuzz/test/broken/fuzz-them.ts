// First of all, as V8 counts in what is compiled after it was told to.
import '../../src/coverage/profiler.ts';

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fuzz } from '../../src/fuzz.ts';
import type { Report } from '../../src/report.ts';
import type { Decoder } from '../../src/target.ts';
import { requests } from '../../src/targets/requests.ts';

const RUNS = 200;
const UNITS = 500;
const { signal } = new AbortController();

/** The streams that show what some are bad at. The others are found out by inputs. */
const WEAK_AT = new Map([
  ['copies-the-bulk', 'a bulk, byte by byte'],
  ['goes-back-and-forth', 'a line of blanks'],
  ['rescans-the-line', 'an inline line, byte by byte'],
  ['trusts-a-length', 'a promise of a bulk'],
]);

// What V8 counts are offsets in what it runs: that is the source only where nothing has compiled it before.
const reports: Record<string, Report> = {};
for (const file of readdirSync(import.meta.dirname)) {
  const entry = join(import.meta.dirname, file);
  if (entry === import.meta.filename) continue;
  const [Broken]: (new () => Decoder)[] = Object.values(await import(entry));
  if (Broken === undefined) throw new TypeError(`expected a decoder in ${file}`);
  const name = file.replace('.ts', '');
  const families = requests.families
    .filter((family) => family.name === WEAK_AT.get(name))
    .map((family) => ({ ...family, units: Math.min(family.units, UNITS) }));
  const target = { ...requests, entry, open: () => new Broken(), families };
  const effort = { seed: 1, ms: Infinity, runs: families.length > 0 ? 0 : RUNS, signal };
  reports[name] = await fuzz(target, [], effort);
}
console.log(JSON.stringify(reports));
