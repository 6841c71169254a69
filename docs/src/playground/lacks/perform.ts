import type { Act } from './act.ts';

/** Where a demonstration is given. */
export type Stage = {
  say(words: string): void;
  type(act: Extract<Act, { is: 'types' }>, betweenKeys: number): Promise<void>;
  /** Whether a terminal still waits for a reply. */
  waits(terminal: 1 | 2): boolean;
  skip(ms: number): void;
};

/** How long things take, in ms: to read a sentence, to see a reply, to press a key. */
export type Pace = { reading: number; seeing: number; key: number };

/** As one types and reads. */
export const CALM: Pace = { reading: 1800, seeing: 900, key: 28 };
/** The same for those who do not like what moves. */
export const STILL: Pace = { ...CALM, key: 0 };
const ANSWERED_WITHIN = 3000;

/** Does one act after the other on a stage, until all are done or somebody says stop. */
export async function perform(
  acts: readonly Act[],
  stage: Stage,
  stop: AbortSignal,
  pace: Pace,
): Promise<void> {
  for (const act of acts) {
    if (stop.aborted) return;
    await performOne(act, stage, pace);
  }
}

async function performOne(act: Act, stage: Stage, pace: Pace): Promise<void> {
  if (act.is === 'says') {
    stage.say(act.words);
    return pause(pace.reading);
  }
  if (act.is === 'skips') {
    stage.skip(act.ms);
    return pause(pace.seeing);
  }
  await stage.type(act, pace.key);
  await pause(pace.seeing);
  if (act.hangs) return;
  const start = performance.now();
  while (stage.waits(act.terminal) && performance.now() - start < ANSWERED_WITHIN) await pause(30);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
