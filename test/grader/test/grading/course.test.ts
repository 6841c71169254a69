import { checks } from '@toy-redis/conformance';
import { describe, expect, test } from 'vitest';
import { checksOf, courseSteps } from '../../src/grading/course.ts';

const steps = courseSteps();
const idsOf = (layout: 'server' | 'steps') => steps.map((step) => checksOf(step, layout).map(({ id }) => id));

test('the steps come one after the other, and each has a title and an idea', () => {
  expect(steps.map(({ number }) => number)).toEqual(steps.map((_, i) => `0${i + 1}`));
  expect(steps.map(({ title }) => title)).toContain('multi-ping');
  expect(steps[1]?.idea).toBe('Read, then write');
  for (const { title, idea } of steps) expect([title, idea]).not.toContain('');
});

describe('one server', () => {
  test('is held to each check once', () => {
    expect(idsOf('server').flat().sort()).toEqual(checks.map(({ id }) => id).sort());
  });

  test('is asked for nothing before what that needs', () => {
    const order = idsOf('server').flat();
    for (const { id, needs } of checks) {
      for (const need of needs) expect(order.indexOf(need)).toBeLessThan(order.indexOf(id));
    }
  });

  test('has reached the first step if it listens', () => {
    expect(idsOf('server')[0]).toEqual([]);
  });
});

test('a server of its own for each step is held to all that the table says it passes', () => {
  const counts = idsOf('steps').map(({ length }) => length);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(counts.at(-1)).toBe(checks.length);
});
