import { story } from '@toy-redis/conformance';
import type { Finding } from '../grading/finding.ts';
import type { Outcome } from './examine.ts';

/** The first finding that stands between a learner and the next step; that of Redis beyond comes after. */
export function firstFailure({ findings }: Outcome): Finding | undefined {
  const failures = findings.filter(
    ({ result }) => result.verdict === 'fail' || result.verdict === 'inconclusive',
  );
  return failures.find(({ result }) => result.check.tier === 'core') ?? failures[0];
}

/** A failure, told: with the diagnoses that its step has, the hint, or how to see it, and what the server says. */
export function tell({ step, result, died, printed = '' }: Finding, outcome: Outcome, hint?: string): string {
  const { check } = result;
  const diagnoses = outcome.steps.find((each) => each.step === step)?.diagnoses ?? [];
  const told = story(
    hint === undefined ? result : { ...result, check: { ...check, hint } },
    diagnoses.map(({ says }) => says),
  );
  const last = died === result.problem ? '' : (died ?? printed);
  return last === '' ? told : `${told}\n\n${last}`;
}
