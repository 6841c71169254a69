/*
 * Grades a class of 60, some of them hostile, then the honest ones again without the others. Prints how long
 * it took and the gradebook; exits with 1 if somebody has not got what is expected.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { standBy } from './bystanders.ts';
import { classOfSixty, makeForks } from './class.ts';
import { grade, marksOf, missedIn, resultOf, surprisesIn } from './grade.ts';
import { fullMarks } from './member.ts';

const here = mkdtempSync(join(tmpdir(), 'class-'));
const [forks, out, without] = [join(here, 'forks'), join(here, 'with'), join(here, 'without')];
const bystanders = await standBy();
try {
  const members = classOfSixty({ forks, out, port: bystanders.port });
  makeForks(forks, members);
  const honest = members.filter(({ isHostile }) => !isHostile);
  await timed(`${members.length} forks`, () => grade(forks, members, out));
  console.log(readFileSync(join(out, 'gradebook.csv'), 'utf8'));
  await timed(`the ${honest.length} honest ones alone`, () => grade(forks, honest, without));
  const redis = members.filter(({ name, expects }) => name === 'redis' && expects === fullMarks);
  const problems = [
    ...surprisesIn(out, members).map((name) => `${name} has not got what is expected`),
    ...redis.flatMap((each) => missedIn(resultOf(out, each)).map(({ id }) => `Redis does not pass ${id}`)),
    ...honest
      .filter(({ hangsOnReads }) => !hangsOnReads)
      .filter((each) => !isDeepStrictEqual(marksOf(resultOf(out, each)), marksOf(resultOf(without, each))))
      .map(({ name }) => `${name} gets other marks among the hostile`),
    ...bystanders.harm(),
  ];
  for (const problem of problems) console.log(problem);
  console.log(problems.length === 0 ? 'All of them are as they should be.' : `${problems.length} surprises.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  bystanders.close();
  rmSync(here, { recursive: true, force: true });
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await work();
  console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
}
