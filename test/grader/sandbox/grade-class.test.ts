import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckResult, ForkResult } from '../src/result.ts';
import { makeClass } from './class/class.ts';
import { COURSE } from './class/make.ts';
import type { Member } from './class/member.ts';

const PROGRAM = join(import.meta.dirname, '../src/main.ts');
const MINUTES = 60_000;
const here = mkdtempSync(join(tmpdir(), 'class-'));
const forks = join(here, 'forks');
const out = join(here, 'with');
const without = join(here, 'without');
const table = readFileSync(join(COURSE, 'test/conformance/src/table.ts'), 'utf8');

describe('a class of 60, some of them hostile', () => {
  let members: Member[] = [];
  let visitors = 0;
  const neighbour = createServer(() => visitors++);

  beforeAll(async () => {
    const port = await new Promise<number>((resolve) => {
      neighbour.listen(0, '127.0.0.1', () => resolve(portOf(neighbour.address())));
    });
    members = makeClass({ forks, out, port });
    const code = await grade(members, out);
    expect(code).toBe(1);
  }, 15 * MINUTES);

  afterAll(() => {
    neighbour.close();
    rmSync(here, { recursive: true, force: true });
  });

  it('is graded, each as it should be', () => {
    expect(members).toHaveLength(60);
    const surprises = members.filter((member) => !isAsExpected(resultOf(out, member.name), member));
    expect(surprises.map(({ name }) => name)).toEqual([]);
  });

  it('has a Redis in it that passes every check there is', () => {
    expect(checksOf(resultOf(out, 'redis')).filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  });

  it('has reached nobody, changed nothing and left nothing', () => {
    expect(visitors).toBe(0);
    expect(readFileSync(join(COURSE, 'test/conformance/src/table.ts'), 'utf8')).toBe(table);
    expect(existsSync('/graded')).toBe(false);
  });

  it(
    'gets the same marks without the hostile ones',
    async () => {
      const honest = members.filter(({ isHostile }) => !isHostile);
      await grade(honest, without);
      for (const { name } of honest) {
        expect(marksOf(resultOf(without, name))).toEqual(marksOf(resultOf(out, name)));
      }
    },
    15 * MINUTES,
  );
});

/** Resolves to the exit code. */
function grade(members: readonly Member[], folder: string): Promise<number | null> {
  const words = ['grade', ...members.map(({ name }) => join(forks, name)), '--out', folder];
  const env = { ...process.env, INSTRUCTORS_SECRET: 'of nobody’s business' };
  const child = spawn(process.execPath, [PROGRAM, ...words], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve) => child.on('close', resolve));
}

function resultOf(folder: string, fork: string): ForkResult {
  return JSON.parse(readFileSync(join(folder, `results/${fork}.json`), 'utf8'));
}

function isAsExpected(result: ForkResult, { expects }: Member): boolean {
  if (expects.verdict === 'ungradable') return expects.reason.test(result.reason ?? '');
  const { reached = result.reached, score = result.score, failed, diagnosis } = expects;
  const isCaught =
    failed === undefined || checksOf(result).some((each) => each.id === failed && each.verdict === 'fail');
  const names = result.steps.flatMap(({ diagnoses }) => diagnoses.map(({ id }) => id));
  const isNamed = diagnosis === undefined || diagnosis === null || names.includes(diagnosis);
  return (
    result.verdict === 'graded' && reached === result.reached && score === result.score && isCaught && isNamed
  );
}

function checksOf({ steps }: ForkResult): CheckResult[] {
  return steps.flatMap(({ checks }) => checks);
}

function marksOf({ verdict, reached, score, steps }: ForkResult) {
  return { verdict, reached, score, steps: steps.map(({ step, verdict }) => ({ step, verdict })) };
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  return typeof address === 'object' && address ? address.port : 0;
}
