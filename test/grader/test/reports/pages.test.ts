import { describe, expect, test } from 'vitest';
import { courseSteps } from '../../src/grading/course.ts';
import { classPage } from '../../src/reports/class-page.ts';
import { forkPage } from '../../src/reports/fork-page.ts';
import type { ForkResult } from '../../src/result.ts';
import { hostileClass } from './hostile-class.ts';
import { madeUpClass } from './made-up-class.ts';

/** A tag a line, and without the style, which says nothing. */
function readable(html: string): string {
  return html.replace(/<style>.*<\/style>/s, '').replaceAll('><', '>\n<');
}

function forkIn(results: readonly ForkResult[], isWanted: (result: ForkResult) => boolean): ForkResult {
  const result = results.find(isWanted);
  if (!result) throw new RangeError('expected such a fork in the class, got none');
  return result;
}

test('the page of a small class', async () => {
  await expect(readable(classPage(hostileClass()))).toMatchFileSnapshot('golden/class-page.html');
});

test.each([
  ['grace', 'fork-page'],
  ['../../etc/passwd', 'ungradable-page'],
])('the page of %s', async (fork, file) => {
  const page = forkPage(forkIn(hostileClass(), (result) => result.fork === fork));
  await expect(readable(page)).toMatchFileSnapshot(`golden/${file}.html`);
});

describe('whatever a fork says', () => {
  const pages = [classPage(hostileClass()), ...hostileClass().map(forkPage)];

  test('it is text', () => {
    for (const page of pages) expect(page).not.toMatch(/<script|<img|<a [^>]*(javascript|data):|\son\w+="/);
  });

  test('it is cut short', () => {
    for (const page of pages) expect(page.length).toBeLessThan(100_000);
  });
});

test('a check that is blocked names the failed one that is in its way, through others that are blocked', () => {
  const fork = forkIn(madeUpClass(60), ({ steps }) =>
    steps.some(({ checks }) => checks.some(({ id, verdict }) => id === 'keys/set-get' && verdict === 'fail')),
  );
  const page = forkPage(fork);
  const [, list] = /checks blocked.*?<code>keys\/set-get<\/code>.*?<ul>(.*?)<\/ul>/s.exec(page) ?? [];
  expect(list).toContain('keys/outlive-connection');
});

test('a step has its title beside its number, and the tiers of checks are told once', () => {
  const [fork] = madeUpClass(1);
  const pages = [classPage(madeUpClass(60)), fork ? forkPage(fork) : ''];
  for (const page of pages) {
    for (const { number, title } of courseSteps()) expect(page).toContain(`${number} ${title}`);
    expect(page.match(/beyond the core is checked and told/g)).toHaveLength(1);
  }
});

test('an empty class is a page, too', () => {
  expect(classPage([])).toContain('0 forks, 0 of them graded.');
});
