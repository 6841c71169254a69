import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startServer } from '@toy-redis/conformance';
import { it } from 'vitest';
import { probe } from '../src/servers/abilities.ts';

const STEPS = resolve(import.meta.dirname, '../../../steps');
const nothing = { concurrent: false, pipelines: false, stores: false, expires: false };

it.concurrent.for([
  { number: '01', abilities: nothing },
  { number: '03', abilities: nothing },
  { number: '04', abilities: { ...nothing, concurrent: true } },
  { number: '05', abilities: { ...nothing, concurrent: true, pipelines: true } },
  { number: '06', abilities: { concurrent: true, pipelines: true, stores: true, expires: false } },
  { number: '07', abilities: { concurrent: true, pipelines: true, stores: true, expires: true } },
])('step $number is asked what it can do', async ({ number, abilities }, { expect, onTestFinished }) => {
  const folder = readdirSync(STEPS).find((name) => name.startsWith(number)) ?? '';
  const command = () => [process.execPath, 'src/server.ts'] as const;
  const server = await startServer({ command, cwd: join(STEPS, folder) });
  onTestFinished(server.stop);
  expect(await probe(server)).toEqual(abilities);
});
