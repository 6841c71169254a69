import type { CheckResult, ForkResult, StepResult } from '../result.ts';

type Level = 'error' | 'warning' | 'notice';

/** GitHub shows so many errors of a run; what comes after is lost. */
const MOST = 10;

/**
 * What failed, as workflow commands of GitHub Actions, which shows them beside a file of the learner's.
 * Source: "Workflow commands for GitHub Actions", docs.github.com.
 */
export function annotations({ steps, reason, reached, score, max }: ForkResult, file: string): string[] {
  const failures = steps.flatMap((step) => annotateStep(step, file));
  const problem = reason === null ? [] : [annotation('error', file, 'not graded', reason)];
  const shown = [...problem, ...failures].slice(0, MOST);
  const hidden = problem.length + failures.length - shown.length;
  const verdict = `reached: ${reached ?? 'no step yet'}, ${score} of ${max} points`;
  const more = hidden > 0 ? `, and ${hidden} more failures, of which most follow from these` : '';
  return [...shown, annotation('notice', file, 'verdict', verdict + more)];
}

function annotateStep({ step, checks, diagnoses, reason }: StepResult, file: string): string[] {
  const problems = reason === null ? [] : [annotation('error', file, `step ${step}`, reason)];
  const named = diagnoses.map(({ says }) => annotation('error', file, `step ${step}`, says));
  const failed = checks.filter(({ tier, verdict }) => tier === 'core' && verdict === 'fail');
  const untold = checks.filter(({ tier, verdict }) => tier === 'core' && verdict === 'inconclusive');
  return [
    ...problems,
    ...named,
    ...failed.map((check) => annotation('error', file, titleOf(step, check), tell(check))),
    ...untold.map((check) =>
      annotation('warning', file, titleOf(step, check), 'the machine was too slow to tell'),
    ),
  ];
}

function titleOf(step: string, { id }: CheckResult): string {
  return `step ${step}, ${id}`;
}

function tell({ title, expected, received, why, hint }: CheckResult): string {
  return [title, `expected ${expected}`, `received ${received}`, why, `Hint: ${hint}`].join('\n');
}

function annotation(level: Level, file: string, title: string, message: string): string {
  return `::${level} file=${escapeProperty(file)},title=${escapeProperty(title)}::${escapeMessage(message)}`;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
