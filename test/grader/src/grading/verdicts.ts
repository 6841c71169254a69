import type { ForkResult, Layout, StepResult } from '../result.ts';

/** What is known of a fork once its steps are judged. */
export type Judged = {
  fork: string;
  commit: string | null;
  layout: Layout | null;
  steps: StepResult[];
  /** What a step weighs, by its number; 1 if it is not named. */
  weights?: ReadonlyMap<string, number>;
};

const MAX = 100;

/** The result of a fork. If no step could be graded, then neither could the fork, for the first one's reason. */
export function toForkResult({ fork, commit, layout, steps, weights }: Judged): ForkResult {
  const isUngradable = steps.every(({ verdict }) => verdict === 'ungradable');
  return {
    schema: 'toy-redis-result/1',
    fork,
    commit,
    layout,
    verdict: isUngradable ? 'ungradable' : 'graded',
    reason: isUngradable ? (steps[0]?.reason ?? null) : null,
    reached: reachedIn(steps),
    score: scoreOf(steps, weights),
    max: MAX,
    steps,
  };
}

/** The result of a fork of which no step could be looked at. */
export function toUngradable(
  fork: string,
  commit: string | null,
  layout: Layout | null,
  reason: string,
): ForkResult {
  return { ...toForkResult({ fork, commit, layout, steps: [] }), reason };
}

/** The last step up to which every step passes; null if the first one does not. */
export function reachedIn(steps: readonly StepResult[]): string | null {
  const firstMissed = steps.findIndex(({ verdict }) => verdict !== 'pass');
  const passed = firstMissed === -1 ? steps : steps.slice(0, firstMissed);
  return passed.at(-1)?.step ?? null;
}

/** Of 100, with one decimal. */
function scoreOf(steps: readonly StepResult[], weights: ReadonlyMap<string, number> = new Map()): number {
  const weightOf = ({ step }: StepResult) => weights.get(step) ?? 1;
  const total = sum(steps.map(weightOf));
  const earned = sum(steps.map((step) => weightOf(step) * shareOf(step)));
  return total === 0 ? 0 : Math.round((earned / total) * MAX * 10) / 10;
}

/** The part of its core checks that a step passes. One without any asks for no more than to get ready. */
function shareOf({ verdict, checks }: StepResult): number {
  const core = checks.filter(({ tier }) => tier === 'core');
  if (core.length === 0) return verdict === 'pass' ? 1 : 0;
  return core.filter((check) => check.verdict === 'pass').length / core.length;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
