import { type ChildProcess, spawn } from 'node:child_process';
import { outsideId } from './options.ts';

/**
 * Starts a program of ours in the network that the process `gate` has, and otherwise outside of its
 * sandbox, from which it can be neither seen nor signalled. It ends when we do.
 */
export function startBeside(gate: number, command: readonly [string, ...string[]]): ChildProcess {
  const asOurselves = outsideId === undefined ? ['--user', '--preserve-credentials'] : [];
  const enter = ['--target', `${gate}`, '--net', ...asOurselves, '--'];
  return spawn('nsenter', [...enter, 'setpriv', '--pdeathsig', 'KILL', '--', ...command], { stdio: 'pipe' });
}
