import { expect, test } from 'vitest';
import { passes } from '../src/check.ts';
import { diagnose } from '../src/diagnoses.ts';
import { Mismatch } from '../src/mismatch.ts';
import type { Result } from '../src/run.ts';
import { checks } from '../src/table.ts';

/** What became of each check of a server that ended amid one of them: of that one nothing was seen. */
function endsAmid(killer: string, next: string): Result[] {
  return checks.map((check): Result => {
    const nothing = { check, cell: passes, transcript: [], ms: 0 } satisfies Partial<Result>;
    if (check.id === killer) return { ...nothing, verdict: 'fail', problem: 'The server dies of it.' };
    if (check.id !== next) return { ...nothing, verdict: 'pass', problem: '' };
    const mismatch = new Mismatch({ text: 'a connection' }, { kind: 'refused' });
    return { ...nothing, verdict: 'fail', problem: '', mismatch };
  });
}

test('a server that ends when a client breaks off is told so, although it ended unseen at first', () => {
  const told = diagnose(endsAmid('survives/reset-in-line', 'survives/reset-in-request'));
  expect(told.map(({ id }) => id)).toEqual(['stops-when-a-client-breaks-off']);
});
