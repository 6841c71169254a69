import { read } from './compare/reading.ts';
import { bytesOf, type Input } from './input.ts';

/**
 * Takes away from an input whatever it does without: cuts between chunks, then whole requests, the last
 * first. fast-check has made each request small before, but is shy of taking any out of the middle.
 */
export async function minimise(
  input: Input,
  stillDiffers: (input: Input) => Promise<boolean>,
): Promise<Input> {
  for (const candidate of smaller(input)) {
    if (await stillDiffers(candidate)) return await minimise(candidate, stillDiffers);
  }
  return input;
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

/** From where to where each request goes, the last first; what comes behind them is one more. */
function spans(bytes: string): [start: number, end: number][] {
  const ends = [...read(bytes).ends.filter((end) => end < bytes.length), bytes.length];
  return ends.map((end, index): [number, number] => [ends[index - 1] ?? 0, end]).reverse();
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
