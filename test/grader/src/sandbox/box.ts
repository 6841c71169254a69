import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { GraderError } from '../errors.ts';
import { BoundedOutput } from '../server/bounded-output.ts';
import { inheritedFiles } from './inherited.ts';
import { type KnownProcess, know, onlyChildOf, runs } from './known-process.ts';
import { keep, send, tellsOfChild } from './pipes.ts';
import { refusedCalls } from './refused-calls.ts';
import { SYSTEM_PATH } from './requirements.ts';
import { channels } from './walls.ts';

/** A sandbox that runs. */
export type Box = {
  child: ChildProcess;
  /** A process of ours with the sandbox's network. When it ends, so do all others, however many there are. */
  gate: KnownProcess;
  /** The first process of the sandbox, which has the fork's view of it; null if it has ended already. */
  init: number | null;
  output: BoundedOutput;
  /** Whether no process of it is left, and all is read that they have printed. */
  isGone: () => boolean;
  /** Resolves when that is so. */
  gone: Promise<void>;
};

const PATIENCE_MS = 5_000;

/** Starts a command made by `walledIn`. Throws a GraderError if no sandbox comes of it. */
export async function openBox(
  [file, ...args]: readonly [string, ...string[]],
  outputBytes: number,
): Promise<Box> {
  const refused = refusedCalls();
  const nothing = openSync('/dev/null', 'r');
  const child = spawn(file, args, {
    // Neither Ctrl-C nor anything of our environment is for it.
    detached: true,
    env: { PATH: SYSTEM_PATH },
    stdio: stdioWith(nothing),
  });
  closeSync(nothing);
  const closed = once(child, 'close').then(() => 'It ended.', String);
  let isGone = false;
  const gone = closed.then(() => {
    isGone = true;
  });
  const output = new BoundedOutput(outputBytes);
  for (const pipe of [child.stdout, child.stderr]) void keep(pipe, output);
  send(child.stdio[channels.refused], refused);
  const gate = await tellsOfChild(child.stdio[channels.outer]);
  const innerIsMade = (await tellsOfChild(child.stdio[channels.inner])) !== undefined;
  if (gate === undefined || !innerIsMade) {
    child.kill('SIGKILL');
    throw new GraderError(`The sandbox could not be made. ${await closed} ${output}`.trim());
  }
  return {
    child,
    gate: know(gate),
    init: onlyChildOf(onlyChildOf(gate)),
    output,
    isGone: () => isGone,
    gone,
  };
}

/** Ends all processes of a sandbox; resolves when they are gone. */
export async function endBox({ child, gate, gone }: Box): Promise<void> {
  if (runs(gate)) process.kill(gate.pid, 'SIGKILL');
  const patience = new AbortController();
  const insist = sleep(PATIENCE_MS, undefined, patience).then(
    () => child.kill('SIGKILL'),
    () => undefined,
  );
  await gone;
  patience.abort();
  await insist;
}

/** Pipes for what it says, its channels among that, and nothing in place of all else that it would inherit. */
function stdioWith(nothing: number): (number | 'pipe' | 'ignore')[] {
  const pipes = [1, 2, ...Object.values(channels)];
  const inherited = inheritedFiles();
  return Array.from({ length: Math.max(...pipes, ...inherited) + 1 }, (_, file) => {
    if (pipes.includes(file)) return 'pipe';
    return file === 0 || inherited.includes(file) ? nothing : 'ignore';
  });
}
