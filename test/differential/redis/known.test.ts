import { afterAll, beforeAll, expect, it } from 'vitest';
import { isSame } from '../src/compare/compare.ts';
import { read } from '../src/compare/reading.ts';
import type { Subject } from '../src/compare-step.ts';
import { openSubject } from '../src/differential.ts';
import type { Outcomes } from '../src/exchange/pair.ts';
import { frame } from '../src/generate/spellings.ts';
import { bytesOf, type Input } from '../src/input.ts';
import { avoided } from '../src/known/avoided.ts';
import { forgiven } from '../src/known/forgiven.ts';
import { chooseSteps } from '../src/servers/steps.ts';

/** Where the millisecond decides, the servers differ now and then. */
const ATTEMPTS = 300;
const TIMEOUT = { timeout: 60_000 };
/** A step with deadlines, and one without. */
const subjects: Subject[] = [];

beforeAll(async () => {
  for (const step of chooseSteps(['07', '06'])) {
    const subject = await openSubject(step, '/');
    if (subject) subjects.unshift(subject);
  }
});
afterAll(() => Promise.all(subjects.map(({ pair }) => pair.close())));

it.for(avoided)('the servers do differ in $name', TIMEOUT, async ({ example, isIn }) => {
  const subject = subjects.find(({ abilities }) => isIn(read(bytesOf(example)), abilities));
  expect(subject && (await provoke(example, subject))).toBeDefined();
});

it.for(forgiven)('the servers do differ in $name, and in nothing else', TIMEOUT, async ({ example }) => {
  const [subject] = subjects;
  const outcomes = subject && (await provoke(example, subject));
  expect(outcomes && isSame(outcomes, read(bytesOf(example)))).toBe(true);
});

it(
  'all of a reply has come before a client closes its side: Redis would forget the rest',
  TIMEOUT,
  async () => {
    const [subject] = subjects;
    const chunks = [frame(['SET', 'a', 'x'.repeat(140_000)]), frame(['GET', 'a']).repeat(20)];
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const outcomes = await subject?.pair.play({ chunks, ending: 'half-closes' }, () => true);
      expect(outcomes?.redis.bytes.length).toBeGreaterThan(20 * 140_000);
    }
  },
);

/** What came of an input as soon as it differs; undefined if it never does. */
async function provoke(input: Input, { pair }: Subject): Promise<Outcomes | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const outcomes = await pair.play(input, isEqual);
    if (!isEqual(outcomes)) return outcomes;
  }
  return undefined;
}

function isEqual({ ours, redis }: Outcomes): boolean {
  return ours.bytes === redis.bytes && ours.state === redis.state;
}
