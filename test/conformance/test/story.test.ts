import { describe, expect, test } from 'vitest';
import { type Check, closed, type Outcome, passes, says, silent, waits } from '../src/check.ts';
import { type Expectation, Mismatch } from '../src/mismatch.ts';
import type { Result } from '../src/run.ts';
import { story } from '../src/story.ts';
import { Transcript } from '../src/transcript.ts';

const check: Check = {
  id: 'ping/once',
  title: 'A client that sends PING gets +PONG',
  tier: 'core',
  needs: [],
  why: 'It is how a client finds out that somebody is there.',
  hint: 'Write seven bytes.',
  steps: {},
  run: async () => {},
};

test('a story tells what was due, what came, what was said, what it may be, why, and where to look', () => {
  const said = conversation((transcript, one) => {
    transcript.sent(one, 'PING\r\n');
    transcript.received(one, '-ERR "what"?\r\n');
  });
  const told = story(failure(due('+PONG\r\n'), says('-ERR "what"?\r\n'), said), ['you do not know PING']);
  expect(told).toBe(String.raw`ping/once: A client that sends PING gets +PONG

expected  "+PONG\r\n"
received  "-ERR \"what\"?\r\n"
           ^ byte 0

on the wire
  > "PING\r\n"
  < "-ERR \"what\"?\r\n"

It looks as if: you do not know PING

why   It is how a client finds out that somebody is there.
hint  Write seven bytes.`);
});

describe('the caret stands under the first byte that differs', () => {
  const long = 'abcdefghij'.repeat(30);
  const cases: { where: string; wanted: string; came: string; below: string; offset: number }[] = [
    { where: 'at the beginning', wanted: '+PONG', came: '-PONG', below: '-PONG"', offset: 0 },
    { where: 'in the middle', wanted: '+PONG', came: '+PING', below: 'ING"', offset: 2 },
    { where: 'after escapes', wanted: '\r\n\0"\\x', came: '\r\n\0"\\y', below: 'y"', offset: 5 },
    { where: 'at an escape', wanted: '+OK\r\n', came: '+OK\n', below: '\\n"', offset: 3 },
    { where: 'where too little came', wanted: '+PONG\r\n', came: '+PONG', below: '"', offset: 5 },
    { where: 'where too much came', wanted: '+OK\r\n', came: '+OK\r\n+', below: '+"', offset: 5 },
    { where: 'far inside', wanted: `${long}x`, came: `${long}y`, below: 'y"', offset: 300 },
    {
      where: 'far inside escapes',
      wanted: '\r'.repeat(99),
      came: `${'\r'.repeat(98)}\n`,
      below: '\\n"',
      offset: 98,
    },
  ];

  for (const { where, wanted, came, below, offset } of cases) {
    test(where, () => {
      const [expected = '', received = '', pointer = ''] = comparison(due(wanted), says(came));
      const column = pointer.indexOf('^');
      expect(pointer.slice(column)).toBe(`^ byte ${offset}`);
      expect(received.slice(column)).toBe(below);
      // Up to there, both are the same.
      expect(expected.slice('expected'.length, column)).toBe(received.slice('received'.length, column));
    });
  }

  test('and of long values only what is around it is shown', () => {
    const [, received = ''] = comparison(due(`${long}x${long}`), says(`${long}y${long}`));
    const [before, after] = [long.slice(-40), `y${long.slice(0, 89)}`];
    expect(received).toBe(`received  … "${before}${after}" … 211 more bytes`);
  });
});

describe('what came is told in words', () => {
  const cases: [Outcome, string][] = [
    [{ kind: 'refused' }, 'the connection was refused: nothing listens on the port'],
    [closed, 'the server closed the connection'],
    [silent, 'nothing came'],
    [waits, 'nothing came until another client had left'],
  ];
  for (const [outcome, words] of cases) {
    test(`if ${words}`, () => {
      expect(comparison(due('+OK\r\n'), outcome)).toEqual(['expected  "+OK\\r\\n"', `received  ${words}`]);
    });
  }
});

test('where no bytes are due, but something like them, what came is shown without a caret', () => {
  const lines = comparison({ text: 'an integer from 1 to 9' }, says(':10\r\n'));
  expect(lines).toEqual(['expected  an integer from 1 to 9', 'received  ":10\\r\\n"']);
});

test('of a step that is said to lack this, the story says in which way', () => {
  const result: Result = { ...failure(due('+OK\r\n'), silent, []), cell: closed };
  expect(partsOf(story(result))[1]).toEqual([
    'expected  "+OK\\r\\n"',
    'received  nothing came',
    'table     the step lacks this, and the server closed the connection',
  ]);
});

test('without a difference, the story is of the problem', () => {
  const problem = 'It passes, but should not.';
  const result: Result = { check, cell: closed, verdict: 'fail', problem, transcript: [], ms: 0 };
  expect(partsOf(story(result))[1]).toEqual([problem]);
});

describe('on the wire', () => {
  test('one connection needs no number', () => {
    const said = conversation((transcript, one) => {
      transcript.sent(one, 'PING\r\n');
      transcript.happened(one, 'the client leaves');
    });
    expect(wireOf(said)).toEqual(['  > "PING\\r\\n"', '  · the client leaves']);
  });

  test('several connections are numbered', () => {
    const said = conversation((transcript, one) => {
      const two = transcript.open();
      transcript.sent(two, 'PING\r\n');
      transcript.happened(one, 'the client leaves');
      transcript.received(two, '+PONG\r\n');
    });
    expect(wireOf(said)).toEqual(['  #2 > "PING\\r\\n"', '  #1 · the client leaves', '  #2 < "+PONG\\r\\n"']);
  });

  test('what comes in several chunks is shown as one, what is sent in several is not', () => {
    const said = conversation((transcript, one) => {
      for (const bytes of ['PI', 'NG\r\n']) transcript.sent(one, bytes);
      for (const bytes of ['+PO', 'NG\r\n']) transcript.received(one, bytes);
    });
    expect(wireOf(said)).toEqual(['  > "PI"', '  > "NG\\r\\n"', '  < "+PONG\\r\\n"']);
  });

  test('a long message is cut in the middle', () => {
    const said = conversation((transcript, one) => transcript.sent(one, 'x'.repeat(1000)));
    const half = `"${'x'.repeat(200)}"`;
    expect(wireOf(said)).toEqual([`  > ${half} … 600 more bytes … ${half}`]);
  });

  test('of a long conversation there are the beginning, and the end, where it went wrong', () => {
    const lines = wireOf(Array.from({ length: 100 }, (_, i) => `> ${i}`));
    expect(lines).toHaveLength(21);
    expect(lines.slice(5, 8)).toEqual(['  > 5', '  … 80 more lines …', '  > 86']);
    expect(lines.at(-1)).toBe('  > 99');
  });

  test('what fits is not cut', () => {
    const lines = Array.from({ length: 21 }, (_, i) => `> ${i}`);
    expect(wireOf(lines)).toEqual(lines.map((line) => `  ${line}`));
  });
});

function failure(expected: Expectation, outcome: Outcome, transcript: string[]): Result {
  const mismatch = new Mismatch(expected, outcome);
  return { check, cell: passes, verdict: 'fail', problem: mismatch.message, mismatch, transcript, ms: 0 };
}

/** Bytes that are due; how they are worded is not asked here. */
function due(bytes: string): Expectation {
  return { text: JSON.stringify(bytes), bytes };
}

/** The lines of what was due, what came, and the caret. */
function comparison(expected: Expectation, outcome: Outcome): string[] {
  return partsOf(story(failure(expected, outcome, [])))[1] ?? [];
}

function wireOf(transcript: string[]): string[] {
  const [, , [, ...lines] = []] = partsOf(story(failure(due('+OK\r\n'), silent, transcript)));
  return lines;
}

/** A story's paragraphs, each with its lines. */
function partsOf(told: string): string[][] {
  return told.split('\n\n').map((part) => part.split('\n'));
}

/** What is said on one connection, or on more. */
function conversation(talk: (transcript: Transcript, one: number) => void): string[] {
  const transcript = new Transcript();
  talk(transcript, transcript.open());
  return transcript.lines();
}
