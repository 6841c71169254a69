/** Bytes in chunks of one size, the last aside. */
export function* inChunksOf(size: number, bytes: string): Generator<string, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

/** Bytes cut at these places; places beyond the end start over, and two at the same make an empty chunk. */
export function cutAt(places: readonly number[], bytes: string): string[] {
  const cuts = places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b);
  return [0, ...cuts].map((start, index) => bytes.slice(start, cuts[index]));
}
