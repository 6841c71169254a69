import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { standInFor } from '../../src/build/node-stand-ins.ts';
import { ROOT } from '../../src/course/repository.ts';

// The worker of the playground, in a thread of Node: nothing but how modules are found and how one is heard
// is different. What it runs is taken for a step, wherever it lies.
const { file }: { file: string } = workerData;
const SERVER = pathToFileURL(file).href;
const A_STEP = join(ROOT, 'steps/00-any/src/server.ts');

registerHooks({
  resolve: (name, context, next) => {
    const importer = context.parentURL ?? '';
    if (!importer.startsWith('file:')) return next(name, context);
    const stand = standInFor(name, importer === SERVER ? A_STEP : fileURLToPath(importer));
    return stand === undefined ? next(name, context) : { url: pathToFileURL(stand).href, shortCircuit: true };
  },
});

const node = process;
const { runServer } = await import('../../src/playground/server/run-server.ts');
const server = runServer(
  () => import(SERVER),
  (message) => parentPort?.postMessage(message),
);
parentPort?.on('message', server.hear);
node.on('uncaughtException', server.crash);
