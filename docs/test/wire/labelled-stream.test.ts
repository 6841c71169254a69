import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { label } from '../../src/wire/label.ts';
import { LabelledStream } from '../../src/wire/labelled-stream.ts';
import { type Frame, type Side, tokensOf } from '../../src/wire/part.ts';
import { cutAt, noise, replies, requests } from './noise.ts';

const SIDES = [
  { said: 'client', whole: requests },
  { said: 'server', whole: replies },
] as const;

describe.each(SIDES)('however what the $said says is cut', ({ said, whole }) => {
  test('every byte of a chunk is labelled', () => {
    fc.assert(
      fc.property(noise, fc.array(fc.nat()), (bytes, places) => {
        expect(framesIn(cutAt(bytes, places), said).flatMap(rolesOf)).toHaveLength(bytes.length);
      }),
      { numRuns: 3000 },
    );
  });

  test('the same frames are complete, and the same bytes wrong', () => {
    fc.assert(
      fc.property(noise, fc.array(fc.nat()), (bytes, places) => {
        expect(outcomeOf(framesIn(cutAt(bytes, places), said))).toEqual(outcomeOf(label(bytes, said)));
      }),
      { numRuns: 3000 },
    );
  });

  test('each byte of something whole means the same', () => {
    fc.assert(
      fc.property(whole, fc.array(fc.nat()), (sent, places) => {
        const bytes = sent.join('');
        const roles = label(bytes, said).flatMap(rolesOf);
        expect(framesIn(cutAt(bytes, places), said).flatMap(rolesOf)).toEqual(roles);
      }),
    );
  });
});

test('a request and its reply have the same number, whatever is skipped or comes unasked', () => {
  const [requests, replies] = [new LabelledStream('client'), new LabelledStream('server')];
  expect(numbers(requests.push('\r\nPING\r\n*0\r\n*2\r\n$4\r\nEC'))).toEqual([undefined, 0, undefined, 1]);
  expect(numbers(replies.push('+PONG\r\n>1\r\n+news\r\n'))).toEqual([0, undefined]);
  expect(numbers(requests.push('HO\r\n$2\r\nhi\r\n?"\n...'))).toEqual([1, 2, undefined]);
  expect(numbers(replies.push('$2\r\nhi\r\n-ERR Protocol error: unbalanced quotes in request\r\n'))).toEqual([
    1, 2,
  ]);
});

function numbers({ frames }: ReturnType<LabelledStream['push']>) {
  return frames.map(({ exchange }) => exchange);
}

function framesIn(chunks: string[], said: Side): Frame[] {
  const stream = new LabelledStream(said);
  return chunks.flatMap((chunk) => stream.push(chunk).frames.map(({ frame }) => frame));
}

function rolesOf(frame: Frame): string[] {
  return tokensOf(frame.parts).flatMap(({ role, start, end }) => Array<string>(end - start).fill(role));
}

/** What became of the frames that came to an end. */
function outcomeOf(frames: Frame[]) {
  const complete = frames
    .filter(({ fate }) => fate.is === 'complete')
    .map(({ kind, says }) => ({ kind, says }));
  const wrong = frames.find(({ fate }) => fate.is === 'wrong')?.fate;
  return { complete, problem: wrong?.is === 'wrong' ? wrong.problem : undefined };
}
