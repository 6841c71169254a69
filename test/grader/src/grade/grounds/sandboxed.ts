import { runInSandbox, startInSandbox } from '../../sandbox/sandbox.ts';
import type { Ground, Program } from './ground.ts';

/** Redis's own: in its sandbox each fork has all ports for itself. */
const PORT = 6379;

/** Each program in a sandbox of its own. */
export const sandboxedGround: Ground = {
  port: async () => PORT,
  start: (program) => startInSandbox(optionsFor(program)),
  build: (program, network, signal) => runInSandbox({ ...optionsFor(program), network, signal }),
};

function optionsFor({ fork, folder, line, packages, limits }: Program) {
  const command: [string, ...string[]] = ['sh', '-c', `cd "$0" && ${line}`, folder];
  const readOnly = packages === null ? [] : [{ outside: packages, inside: '/fork/node_modules' }];
  return { folder: fork, command, port: PORT, readOnly, limits };
}
