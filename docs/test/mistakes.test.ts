import { expect, test } from 'vitest';
import { broken } from '../../test/conformance/broken/index.ts';
import { mistakeCalled } from '../src/mistakes/mistake.ts';

test.for(broken)('there is something to say of $id', ({ id, caughtBy, diagnosis }) => {
  const { does, code, check, shows, looksAsIf, why, hint } = mistakeCalled(id);
  expect(does).toMatch(/^[A-Z].*\.$/);
  expect(code ?? 'class').toContain('class');
  expect(check).toBe(caughtBy);
  expect(shows).toMatch(new RegExp(`^${check}: .*\n\nexpected  .*\nreceived  `));
  expect(shows).not.toMatch(/looks as if|^why|^hint/m);
  expect(looksAsIf !== undefined).toBe(diagnosis !== null);
  expect([why, hint]).toEqual([expect.stringMatching(/\S$/), expect.stringMatching(/\S$/)]);
});

test('what is no mistake is refused', () => {
  expect(() => mistakeCalled('correct')).toThrow('one of the wrong servers, ends-lines-with-lf, exits-when');
});
