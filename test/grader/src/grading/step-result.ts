import { type Diagnosis, diagnose, misconceptions } from '@toy-redis/conformance';
import type { StepResult } from '../result.ts';
import { toCheckResult } from './check-result.ts';
import type { Finding } from './finding.ts';

/** What became of some steps, by their numbers, of a server that got ready. */
export function toStepResults(steps: readonly string[], findings: readonly Finding[]): StepResult[] {
  const diagnoses = diagnose(findings.map(({ result }) => result));
  return steps.map((step) => {
    const checks = findings.filter((finding) => finding.step === step).map(toCheckResult);
    const missed = checks.filter(({ tier, verdict }) => tier === 'core' && verdict !== 'pass');
    const untold = missed.filter(({ verdict }) => verdict === 'inconclusive').length;
    const tooSlow = untold === 0 ? [] : [`the machine was too slow to tell of ${untold} core checks`];
    const reasons = [...tooSlow, ...deathsOfNobodyKnowsWhat(step, findings)];
    return {
      step,
      verdict: missed.length === 0 ? 'pass' : 'fail',
      reason: reasons.length === 0 ? null : reasons.join('; '),
      checks,
      diagnoses: diagnoses.filter((diagnosis) => whereSeen(diagnosis, findings) === step),
    };
  });
}

function deathsOfNobodyKnowsWhat(step: string, findings: readonly Finding[]): string[] {
  return findings.flatMap((finding) =>
    finding.step !== step || finding.survived === undefined
      ? []
      : [`the server died once, at ${finding.result.check.id} or before, and not again. ${finding.survived}`],
  );
}

/** What becomes of steps whose server never got ready. */
export function toUngradableSteps(steps: readonly string[], reason: string): StepResult[] {
  return steps.map((step) => ({ step, verdict: 'ungradable', reason, checks: [], diagnoses: [] }));
}

/** The first step that shows a symptom of it. */
function whereSeen({ id }: Diagnosis, findings: readonly Finding[]): string | undefined {
  const symptoms = Object.keys(misconceptions.find((each) => each.id === id)?.fails ?? {});
  return findings.find(({ result }) => symptoms.includes(result.check.id))?.step;
}
