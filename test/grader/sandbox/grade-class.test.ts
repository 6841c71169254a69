import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bystanders, standBy } from './class/bystanders.ts';
import { classOfSixty, makeForks } from './class/class.ts';
import { grade, resultOf, surprisesIn } from './class/grade.ts';
import type { Member } from './class/member.ts';

const MINUTES = 60_000;
/** The whole class takes some minutes: `npm run class` grades it. */
const A_DOZEN = [
  ...['python', 'c', 'course-with-own-resp', 'ends-lines-with-lf', 'forks-without-end', 'eats-memory'],
  ...['looks-for-secrets', 'writes-results', 'connects-out', 'says-all-passed', 'course-file-is-a-link'],
  'prints-a-gigabyte',
];

describe('a class, some of them hostile', () => {
  const here = mkdtempSync(join(tmpdir(), 'class-'));
  const [forks, out, without] = [join(here, 'forks'), join(here, 'with'), join(here, 'without')];
  let members: Member[] = [];
  let bystanders: Bystanders | undefined;

  beforeAll(async () => {
    bystanders = await standBy();
    const sixty = classOfSixty({ forks, out, port: bystanders.port });
    members = sixty.filter(({ name }) => A_DOZEN.includes(name));
    makeForks(forks, members);
    expect(await grade(forks, members, out)).toBe(1);
  }, 5 * MINUTES);

  afterAll(() => {
    bystanders?.close();
    rmSync(here, { recursive: true, force: true });
  });

  it('is graded, each as it should be', () => {
    expect(members).toHaveLength(A_DOZEN.length);
    expect(surprisesIn(out, members)).toEqual([]);
  });

  it('has reached nobody, changed nothing and left nothing', () => {
    expect(bystanders?.harm()).toEqual([]);
  });

  it('gets the same results, to the byte, without the hostile ones', { timeout: 5 * MINUTES }, async () => {
    const honest = members.filter(({ isHostile }) => !isHostile);
    expect(await grade(forks, honest, without)).toBe(0);
    for (const each of honest) expect(resultOf(without, each)).toEqual(resultOf(out, each));
  });
});
