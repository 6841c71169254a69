import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MissingProgramError, run } from '../src/programs.ts';
import { expires, stores } from '../src/speakers.ts';
import { visitEachSpeaker } from '../src/visit.ts';

/** Debian's own Python, whatever other there may be: its redis-py is the one that apt-get installs. */
const PYTHON = '/usr/bin/python3';

visitEachSpeaker((step, port) => {
  test('redis-py is answered', () => {
    for (const told of visit('greet')) {
      expect(told).toEqual({
        ping: true,
        echo: 'hello world',
        nope: "unknown command 'NOPE', with args beginning with: ",
      });
    }
  });

  if (stores(step)) {
    test('redis-py gets what it has set, until it deletes it', () => {
      for (const told of visit('store')) {
        expect(told).toEqual({
          set: true,
          get: 'Ada',
          exists: 1,
          delete: 1,
          'get the deleted': null,
          pipeline: [true, true, '1', null, '2', 2],
          'every byte comes back': true,
        });
      }
    });
  }

  if (expires(step)) {
    test('redis-py sets a deadline, keeps it, moves it, and sees the key expire', () => {
      for (const told of visit('expire')) {
        expect(told).toEqual({
          'set for 100 s': expect.closeTo(100, -1),
          'set anew, deadline kept': expect.closeTo(100, -1),
          'moved to 500 s': expect.closeTo(500, -1),
          'get the expired': null,
        });
      }
    });
  }

  /** What redis-py was told, in each version of RESP that it can be asked to speak. */
  function visit(lesson: string): unknown[] {
    const { status, stdout, stderr } = run(PYTHON, [join(import.meta.dirname, 'visit.py'), port(), lesson]);
    if (status === 127) throw new MissingProgramError('redis-py');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return JSON.parse(stdout);
  }
});
