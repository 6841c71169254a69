// npm run server -- 06: runs the server of a step; without a number, of the last one.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const stepsFolder = join(import.meta.dirname, '../steps');
const steps = readdirSync(stepsFolder).sort();
const wanted = process.argv[2] ?? steps.at(-1) ?? '';
const step = steps.find((name) => name === wanted || name.split('-')[0] === wanted);

if (step === undefined) {
  console.error(`There is no step '${wanted}'. Choose one of: ${steps.join(', ')}`);
  process.exit(1);
}
await import(pathToFileURL(join(stepsFolder, step, 'src/server.ts')).href);
