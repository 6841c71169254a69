import { read } from './compare/reading.ts';
import { bytesOf, type Input } from './input.ts';

/** Whether what is left still shows what it should. */
type IsEnough<Thing> = (candidate: Thing) => Promise<boolean>;
type Span = [start: number, end: number];

/** The finest parts that are taken from bytes of which nobody knows what they mean. */
const MOST_PARTS = 128;

/**
 * Takes away from an input whatever it does without: cuts between chunks, then whole requests, the last
 * first, and of what is no request any part. fast-check has made each request small before, but is shy of
 * taking any out of the middle.
 */
export async function minimise(input: Input, isEnough: IsEnough<Input>): Promise<Input> {
  for (const candidate of smaller(input)) {
    if (await isEnough(candidate)) return await minimise(candidate, isEnough);
  }
  return input;
}

/** Takes away from a list whatever it does without: half of it, a quarter, and so on. */
export async function minimiseList<Item>(
  list: readonly Item[],
  isEnough: IsEnough<readonly Item[]>,
): Promise<readonly Item[]> {
  for (const [start, end] of partsOf(0, list.length)) {
    const candidate = [...list.slice(0, start), ...list.slice(end)];
    if (await isEnough(candidate)) return await minimiseList(candidate, isEnough);
  }
  return list;
}

function* smaller(input: Input): Generator<Input, void> {
  const { chunks, ending } = input;
  if (ending === 'half-closes') yield { chunks, ending: 'waits' };
  if (chunks.length > 1) yield { chunks: [bytesOf(input)], ending };
  for (const [start, end] of spans(bytesOf(input))) {
    const left = without(chunks, start, end);
    if (left.length > 0) yield { chunks: left, ending };
  }
  for (let at = chunks.length - 1; at > 0; at--) {
    const joined = `${chunks[at - 1]}${chunks[at]}`;
    yield { chunks: [...chunks.slice(0, at - 1), joined, ...chunks.slice(at + 1)], ending };
  }
}

/** From where to where each request goes, the last first; before them come the parts of what is behind. */
function* spans(bytes: string): Generator<Span, void> {
  const { ends } = read(bytes);
  yield* partsOf(ends.at(-1) ?? 0, bytes.length);
  for (let index = ends.length - 1; index >= 0; index--) yield [ends[index - 1] ?? 0, ends[index] ?? 0];
}

/** All of a span, its halves, quarters, and so on; of each size the last first. */
function* partsOf(start: number, end: number): Generator<Span, void> {
  const length = end - start;
  for (let size = length; size > 0 && size * MOST_PARTS >= length; size = Math.floor(size / 2)) {
    for (let to = end; to > start; to -= size) yield [Math.max(start, to - size), to];
  }
}

/** The chunks without the bytes from an offset to another. */
function without(chunks: readonly string[], start: number, end: number): string[] {
  let at = 0;
  return chunks
    .map((chunk) => {
      const [from, to] = [start - at, end - at].map((place) => Math.min(Math.max(place, 0), chunk.length));
      at += chunk.length;
      return chunk.slice(0, from) + chunk.slice(to);
    })
    .filter((chunk) => chunk !== '');
}
