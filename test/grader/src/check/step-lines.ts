import type { CourseStep } from '../grading/course.ts';
import type { StepResult } from '../result.ts';
import { paint } from './paint.ts';
import type { Progress } from './progress.ts';

/** A line for each step: whether it passes and how much of it, or that it was not asked for yet. */
export function stepLines(
  course: readonly CourseStep[],
  results: readonly StepResult[],
  before: Progress,
): string[] {
  const width = Math.max(...course.map(({ title }) => title.length));
  return course.map(({ number, title }) => {
    const result = results.find(({ step }) => step === number);
    const name = `${number} ${title.padEnd(width)}`;
    if (!result) return paint.faint(`  ${name}${before.has(number) ? '  passed before' : ''}`.trimEnd());
    const line = `${name}  ${counts(result)}`.trimEnd();
    return result.verdict === 'pass' ? `${paint.good('✓')} ${line}` : `${paint.bad('✗')} ${line}`;
  });
}

function counts({ checks, verdict, reason }: StepResult): string {
  if (checks.length === 0) return verdict === 'pass' ? 'it listens' : '';
  const core = checks.filter(({ tier }) => tier === 'core');
  const beyond = checks.filter(({ tier }) => tier === 'full');
  const parts = [
    `${passed(core)} of ${core.length} checks`,
    beyond.length === 0 ? '' : `${passed(beyond)} of ${beyond.length} beyond`,
    reason ?? '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function passed(checks: StepResult['checks']): number {
  return checks.filter(({ verdict }) => verdict === 'pass').length;
}
