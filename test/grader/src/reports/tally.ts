import { checks } from '@toy-redis/conformance';
import type { CheckResult, ForkResult, StepResult } from '../result.ts';
import { plainText } from './plain-text.ts';

/** A check's result and where it stands. */
export type Placed = { fork: ForkResult; step: StepResult; check: CheckResult };

const NEEDS = new Map(checks.map((check) => [check.id, check.needs]));
const ALPHABET = new Intl.Collator('en', { numeric: true });

/** The forks in the order of the alphabet, in which every report names them. */
export function inOrder(results: readonly ForkResult[]): ForkResult[] {
  return results.toSorted((a, b) => ALPHABET.compare(a.fork, b.fork) || (a.fork < b.fork ? -1 : 1));
}

/** The numbers of all steps that were graded in any fork. */
export function stepsOf(results: readonly ForkResult[]): string[] {
  return [...new Set(results.flatMap(({ steps }) => steps.map(({ step }) => step)))].toSorted();
}

/** How many core checks a step passes, and of how many. A step without checks is one: its server starts. */
export function coreOf({ checks, verdict }: StepResult): { passed: number; all: number } {
  const core = checks.filter(({ tier }) => tier === 'core');
  if (core.length === 0) return { passed: verdict === 'pass' ? 1 : 0, all: 1 };
  return { passed: core.filter(({ verdict }) => verdict === 'pass').length, all: core.length };
}

/** From 0 to 100, with one decimal: the part of the core checks that pass. */
export function stepScore(step: StepResult): number {
  const { passed, all } = coreOf(step);
  return Math.round((passed / all) * 1000) / 10;
}

/** Every result of a check in a fork. */
export function placedIn(fork: ForkResult): Placed[] {
  return fork.steps.flatMap((step) => step.checks.map((check) => ({ fork, step, check })));
}

/**
 * The failed check that blocks this one, be it through others that are blocked. Undefined if the table no
 * longer tells. Where every step has a server of its own, a check is blocked by one of the same step.
 */
export function blockerOf({ fork, step, check }: Placed): Placed | undefined {
  const needs = NEEDS.get(check.id) ?? [];
  const placed = placedIn(fork);
  for (const id of needs) {
    const same = placed.filter((each) => each.check.id === id);
    const needed = same.find((each) => each.step === step) ?? same[0];
    if (needed?.check.verdict === 'fail') return needed;
    if (needed?.check.verdict === 'blocked') return blockerOf(needed);
  }
  return undefined;
}

/** By whom a check is blocked, in a sentence. */
export function blockedBy(placed: Placed): string {
  const blocker = blockerOf(placed);
  return blocker ? `Blocked by ${blocker.check.id}.` : plainText(placed.check.received);
}
