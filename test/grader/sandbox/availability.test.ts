import { expect, test } from 'vitest';
import { isAvailable } from '../src/sandbox/sandbox.ts';

test('with bubblewrap there can be sandboxes', async () => {
  expect(await isAvailable()).toEqual({ available: true });
});

test('without it one is told how to install it, and how to do without', async () => {
  expect(await isAvailable('/nowhere')).toEqual({
    available: false,
    reason: expect.stringMatching(
      /expected bwrap .*, found none: apt-get install bubblewrap, .* --no-sandbox/,
    ),
  });
});
