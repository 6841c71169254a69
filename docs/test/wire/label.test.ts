import { ProtocolError, ReplyDecoder, RequestDecoder } from '@toy-redis/resp';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { label } from '../../src/wire/label.ts';
import { type Frame, type Part, type Side, tokensOf } from '../../src/wire/part.ts';
import { noise, replies, requests } from './noise.ts';

const SIDES = [
  { said: 'client', decoder: () => new RequestDecoder(), whole: requests, runs: 5000 },
  { said: 'server', decoder: () => new ReplyDecoder(), whole: replies, runs: 5000 },
] as const;

describe.each(SIDES)('whatever the $said says', ({ said, decoder, whole, runs }) => {
  test('every byte is in one token, in order', () => {
    fc.assert(
      fc.property(noise, (bytes) => {
        const tokens = tokensOf(label(bytes, said));
        expect([0, ...tokens.map(({ end }) => end)]).toEqual([
          ...tokens.map(({ start }) => start),
          bytes.length,
        ]);
        expect(tokens.every(({ start, end }) => start < end)).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  test('a frame is as long as its parts', () => {
    fc.assert(
      fc.property(noise, (bytes) => {
        for (const frame of label(bytes, said).flatMap(withFramesInside)) {
          expect([frame.start, frame.end]).toEqual([frame.parts[0]?.start, frame.parts.at(-1)?.end]);
        }
      }),
      { numRuns: runs },
    );
  });

  test('as many frames are complete, and the same problem is found, as by the decoder', () => {
    fc.assert(
      fc.property(noise, (bytes) => {
        expect(outcomeOfLabels(bytes, said)).toEqual(outcomeOf(decoder(), bytes));
      }),
      { numRuns: runs },
    );
  });

  test('a complete frame, by itself, is what the decoder decodes to one thing', () => {
    fc.assert(
      fc.property(noise, (bytes) => {
        for (const frame of complete(label(bytes, said))) {
          const alone = outcomeOf(decoder(), bytes.slice(frame.start, frame.end));
          expect(alone).toEqual({ decoded: 1, problem: undefined });
        }
      }),
      { numRuns: runs },
    );
  });

  test('what is whole has a frame each, and nothing is wrong or missing', () => {
    fc.assert(
      fc.property(whole, (sent) => {
        const bytes = sent.join('');
        const frames = label(bytes, said);
        expect(frames.map(({ start, end }) => bytes.slice(start, end))).toEqual(sent);
        expect(frames.flatMap(withFramesInside).filter(({ fate }) => fate.is !== 'complete')).toEqual([]);
        expect(outcomeOf(decoder(), bytes)).toEqual({ decoded: sent.length, problem: undefined });
      }),
    );
  });

  test('what is missing is told of a frame that has begun, and only of that', () => {
    fc.assert(
      fc.property(noise, (bytes) => {
        const frames = label(bytes, said);
        const unfinished = frames.filter(({ fate }) => fate.is === 'incomplete');
        expect(unfinished.length).toBeLessThanOrEqual(1);
        for (const frame of unfinished) expect(frame.end).toBe(bytes.length);
      }),
      { numRuns: runs },
    );
  });
});

function outcomeOfLabels(bytes: string, said: Side) {
  const frames = label(bytes, said);
  const wrong = frames.find(({ fate }) => fate.is === 'wrong')?.fate;
  return { decoded: complete(frames).length, problem: wrong?.is === 'wrong' ? wrong.problem : undefined };
}

function complete(frames: Frame[]): Frame[] {
  return frames.filter(({ fate, kind }) => fate.is === 'complete' && kind !== 'empty request');
}

function outcomeOf(decoder: { decode(chunk: Buffer): Iterable<unknown> }, bytes: string) {
  let decoded = 0;
  try {
    for (const _ of decoder.decode(Buffer.from(bytes, 'latin1'))) decoded++;
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return { decoded, problem: error.message };
  }
  return { decoded, problem: undefined };
}

function withFramesInside(part: Part): Frame[] {
  return part.is === 'token' ? [] : [part, ...part.parts.flatMap(withFramesInside)];
}
