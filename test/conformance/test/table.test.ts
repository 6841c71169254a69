import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Cell, type Check, cellOf, closed, passes, says } from '../src/check.ts';
import { stepIn } from '../src/lineage.ts';
import { Mismatch, TooSlow } from '../src/mismatch.ts';
import { type RunningServer, startServer } from '../src/process.ts';
import { type Result, runCheck, runChecks } from '../src/run.ts';
import { checks } from '../src/table.ts';

const BROKEN = join(import.meta.dirname, '../broken');
const STEPS = join(import.meta.dirname, '../../../steps');
const steps = readdirSync(STEPS).map((name) => stepIn(join(STEPS, name)));

describe('the table', () => {
  const ids = checks.map(({ id }) => id);

  test('has no two checks with the same id, or the same title', () => {
    expect(repeated(ids)).toEqual([]);
    expect(repeated(checks.map(({ title }) => title))).toEqual([]);
  });

  test('names each check by its group and by itself', () => {
    expect(ids.filter((id) => !/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  test('has titles that are sentences, without a full stop', () => {
    expect(exceptions(({ title }) => /^\S.{10,}[^.\s]$/.test(title))).toEqual([]);
  });

  test('says of each check why, and where to look, which is something else', () => {
    expect(exceptions(({ why, hint }) => /\S{2}/.test(why) && /\S{2}/.test(hint) && why !== hint)).toEqual(
      [],
    );
  });

  test('has the checks that a check needs before it', () => {
    const before = (id: string) => ids.slice(0, ids.indexOf(id));
    expect(exceptions(({ id, needs }) => needs.every((need) => before(id).includes(need)))).toEqual([]);
  });

  test('says something of every step: that it lacks a thing up to some step, and passes from then on', () => {
    const passesInTheEnd = (check: Check) => {
      const cells = steps.map(({ lineage }) => cellOf(check, lineage));
      const first = cells.indexOf(passes);
      return first >= 0 && cells.slice(first).every((cell) => cell === passes);
    };
    expect(exceptions(passesInTheEnd)).toEqual([]);
  });
});

describe('a server that', () => {
  const correct = { server: 'correct', id: 'resp/echo' };
  const saysPong = { server: 'hardcoded-pong', id: 'resp/echo' };
  const unlike = 'Expected "$3\\r\\nhey\\r\\n", but "+PONG\\r\\n" came.';
  const outdated = 'It passes, but the table says that it lacks this: "+PONG\\r\\n" came. Correct the table.';
  const cases: [string, { server: string; id: string }, Cell, string, string][] = [
    ['passes what it should, passes', correct, passes, 'pass', ''],
    ['passes what it is said to lack, fails', correct, says('+PONG\r\n'), 'fail', outdated],
    ['lacks what it should pass, fails', saysPong, passes, 'fail', unlike],
    ['lacks what it is said to lack, passes', saysPong, says('+PONG\r\n'), 'pass', ''],
    ['lacks it in another way, fails', saysPong, closed, 'fail', unlike],
    ['says something else in its place, fails', saysPong, says('-ERR'), 'fail', unlike],
  ];

  for (const [what, { server, id }, cell, verdict, problem] of cases) {
    test(what, async () => {
      const result = await runCheck(checkNamed(id), await start(server), cell);
      expect(result).toMatchObject({ verdict, problem, cell });
      expect(result.mismatch?.outcome).toEqual(problem === unlike ? says('+PONG\r\n') : undefined);
    });
  }
});

describe('a check', () => {
  const nowhere = { host: '127.0.0.1', port: 1 };
  const tooSlow = new TooSlow('asked after 60 ms');
  const mismatch = new Mismatch({ text: 'a reply' }, closed);

  test('that cannot tell is tried five times, and is inconclusive then', async () => {
    const { check, tries } = checkThat('cannot-tell', [], tooSlow, tooSlow, tooSlow, tooSlow, tooSlow);
    const result = await runCheck(check, nowhere);
    expect(result).toMatchObject({ verdict: 'inconclusive', problem: 'asked after 60 ms' });
    expect(tries()).toBe(5);
  });

  test('that can tell at the third try is not tried again', async () => {
    const { check, tries } = checkThat('can-tell', [], tooSlow, tooSlow);
    expect(await runCheck(check, nowhere)).toMatchObject({ verdict: 'pass', problem: '' });
    expect(tries()).toBe(3);
  });

  test('that fails is not tried again', async () => {
    const { check, tries } = checkThat('fails', [], mismatch);
    expect(await runCheck(check, nowhere)).toMatchObject({ verdict: 'fail', mismatch });
    expect(tries()).toBe(1);
  });

  test('that has a bug does not fail, but throws', async () => {
    const { check } = checkThat('has-a-bug', [], new TypeError('a bug'));
    await expect(runCheck(check, nowhere)).rejects.toThrow('a bug');
  });

  test('is blocked, and not run, if one that it needs has failed or is blocked', async () => {
    const fails = checkThat('fails', [], mismatch);
    const needs = checkThat('needs', ['test/fails']);
    const needsThat = checkThat('needs-that', ['test/needs']);
    const other = checkThat('other', []);
    const results = await all([fails.check, needs.check, needsThat.check, other.check]);
    expect(results.map(({ verdict, blockedBy }) => blockedBy ?? verdict)).toEqual([
      'fail',
      'test/fails',
      'test/needs',
      'pass',
    ]);
    expect([needs.tries(), needsThat.tries()]).toEqual([0, 0]);
  });

  test('is not blocked by one that is inconclusive', async () => {
    const cannotTell = checkThat('cannot-tell', [], tooSlow, tooSlow, tooSlow, tooSlow, tooSlow);
    const needs = checkThat('needs', ['test/cannot-tell']);
    const results = await all([cannotTell.check, needs.check]);
    expect(results.map(({ verdict }) => verdict)).toEqual(['inconclusive', 'pass']);
  });

  async function all(checks: Check[]): Promise<Result[]> {
    const results: Result[] = [];
    for await (const result of runChecks(checks, nowhere)) results.push(result);
    return results;
  }
});

/** A check that throws these, one at each try, and then passes. */
function checkThat(name: string, needs: string[], ...thrown: Error[]): { check: Check; tries: () => number } {
  let tries = 0;
  const run = async () => {
    const error = thrown[tries++];
    if (error) throw error;
  };
  const words = { title: 'It is so', why: 'Because', hint: 'There' };
  return { check: { id: `test/${name}`, tier: 'core', needs, ...words, steps: {}, run }, tries: () => tries };
}

function checkNamed(id: string): Check {
  const check = checks.find((each) => each.id === id);
  if (!check) throw new Error(`there is no ${id}`);
  return check;
}

/** A server beside the wrong ones, for the length of a test. */
async function start(name: string): Promise<RunningServer> {
  const server = await startServer({ command: () => [process.execPath, `${name}.ts`], cwd: BROKEN });
  onTestFinished(server.stop);
  return server;
}

/** The checks of which this is not so. */
function exceptions(isSo: (check: Check) => boolean): string[] {
  return checks.filter((check) => !isSo(check)).map(({ id }) => id);
}

function repeated(words: string[]): string[] {
  return words.filter((word, i) => words.indexOf(word) < i);
}
