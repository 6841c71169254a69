import { setTimeout as sleep } from 'node:timers/promises';
import { toCommand } from '../course-file.ts';
import { withoutEmptyEnds } from '../server/last-words.ts';
import { startLocally } from '../server/local.ts';

const LOOKS_EVERY_MS = 20;
const OUTPUT_BYTES = 16 * 1024;
const BUILT = 'exited with code 0';

/**
 * Runs the line that builds a server. Resolves to how it failed and what it printed, or to undefined if
 * it did not. Throws the reason of the signal, and leaves nothing running.
 */
export async function build(
  line: string,
  folder: string,
  port: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  const building = startLocally({ folder, command: toCommand(line), port, outputBytes: OUTPUT_BYTES });
  while (building.isRunning() && !signal.aborted) await sleep(LOOKS_EVERY_MS);
  await building.stop();
  signal.throwIfAborted();
  const end = building.exit();
  return end === BUILT
    ? undefined
    : `The build, ${line}, ${end}. It printed:\n${withoutEmptyEnds(building.output())}`;
}
