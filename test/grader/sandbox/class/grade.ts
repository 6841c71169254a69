import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckResult, ForkResult } from '../../src/result.ts';
import type { Member } from './member.ts';

const PROGRAM = join(import.meta.dirname, '../../src/main.ts');

/** Grades the forks of these members as an instructor would, who has a secret. Resolves to the exit code. */
export function grade(forks: string, members: readonly Member[], out: string): Promise<number | null> {
  const words = ['grade', ...members.map(({ name }) => join(forks, name)), '--out', out];
  const env = { ...process.env, INSTRUCTORS_SECRET: 'of nobody’s business' };
  const child = spawn(process.execPath, [PROGRAM, ...words], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve) => child.on('close', resolve));
}

/** What was written of a fork, times aside. */
export function resultOf(out: string, { name }: Member): ForkResult {
  const text = readFileSync(join(out, `results/${name}.json`), 'utf8');
  return JSON.parse(text.replace(/"ms": \d+/g, '"ms": 0'));
}

/** What counts of a result, check by check. */
export function marksOf({ verdict, reached, score, steps }: ForkResult) {
  const checks = checksOf(steps).map(({ id, verdict }) => ({ id, verdict }));
  return { verdict, reached, score, steps: steps.map(({ step, verdict }) => ({ step, verdict })), checks };
}

/** The names of those who have not got what is expected of them. */
export function surprisesIn(out: string, members: readonly Member[]): string[] {
  return members.filter((member) => !isAsExpected(resultOf(out, member), member)).map(({ name }) => name);
}

/** The checks that a fork does not pass, also those beyond the core. */
export function missedIn({ steps }: ForkResult): CheckResult[] {
  return checksOf(steps).filter(({ verdict }) => verdict !== 'pass');
}

function isAsExpected(result: ForkResult, { expects }: Member): boolean {
  if (expects.verdict === 'ungradable') return expects.reason.test(result.reason ?? '');
  const { reached = result.reached, score = result.score, failed, diagnosis } = expects;
  const failures = checksOf(result.steps).filter(({ verdict }) => verdict === 'fail');
  const isCaught = failed === undefined || failures.some(({ id }) => id === failed);
  const names = result.steps.flatMap(({ diagnoses }) => diagnoses.map(({ id }) => id));
  const isNamed = diagnosis === undefined || diagnosis === null || names.includes(diagnosis);
  const isWhereItShouldBe = reached === result.reached && score === result.score;
  return result.verdict === 'graded' && isWhereItShouldBe && isCaught && isNamed;
}

function checksOf(steps: ForkResult['steps']): CheckResult[] {
  return steps.flatMap(({ checks }) => checks);
}
