import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { ROOT } from '../../src/course/repository.ts';
import { stepNumbered } from '../../src/course/steps.ts';
import { StepServer } from '../../src/playground/server/step-server.ts';
import { nodeWorker } from './node-worker.ts';

/** A server in the playground, until the test is over, and what it has printed. */
export type Started = { server: StepServer; printed: string[] };

/** Starts the server of a step. */
export function startStep(number: string): Promise<Started> {
  return start(join(ROOT, 'steps', stepNumbered(number).name, 'src/server.ts'));
}

/** Starts one of the servers in `servers/`, none of which is as it should be. */
export function startOdd(name: string, printed: string[] = []): Promise<Started> {
  return start(join(import.meta.dirname, 'servers', `${name}.ts`), printed);
}

async function start(file: string, printed: string[] = []): Promise<Started> {
  const print = (line: string, stream: string) => printed.push(`${stream}: ${line}`);
  const server = await StepServer.start('', print, nodeWorker(file));
  onTestFinished(() => server.stop());
  return { server, printed };
}
