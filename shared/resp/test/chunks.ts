import { ProtocolError, type Reply, ReplyDecoder, RequestDecoder } from '../src/index.ts';

/** Either decoder: chunks in, whole things out. In tests a chunk is a string, one character per byte. */
type Decoder<T> = { decode(chunk: Buffer): Iterable<T> };

/** What came of some chunks: all that was decoded, and the problem that ended it, if one did. */
export type Outcome<T> = { decoded: T[]; problem: string | undefined };

export function bytes(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

export function byteByByte(text: string): string[] {
  return [...text];
}

/** A text cut at these places; places beyond its end start over, and two at the same make an empty chunk. */
export function cutAt(text: string, places: number[]): string[] {
  const cuts = places.map((place) => place % (text.length + 1)).sort((a, b) => a - b);
  return [0, ...cuts].map((start, i) => text.slice(start, cuts[i]));
}

/** Every way to cut a text in two. */
export function splitAtEvery(text: string): string[][] {
  return byteByByte(text).map((_, place) => cutAt(text, [place]));
}

export function requestsIn(chunks: string[]): string[][] {
  return decodeAll(new RequestDecoder(), chunks);
}

export function repliesIn(chunks: string[]): Reply[] {
  return decodeAll(new ReplyDecoder(), chunks);
}

/** What came of these requests, bad ones included. */
export function outcomeOfRequests(chunks: string[]): Outcome<string[]> {
  return outcomeOf(new RequestDecoder(), chunks);
}

/** What came of these replies, bad ones included. */
export function outcomeOfReplies(chunks: string[]): Outcome<Reply> {
  return outcomeOf(new ReplyDecoder(), chunks);
}

function decodeAll<T>(decoder: Decoder<T>, chunks: string[]): T[] {
  return chunks.flatMap((chunk) => [...decoder.decode(bytes(chunk))]);
}

function outcomeOf<T>(decoder: Decoder<T>, chunks: string[]): Outcome<T> {
  const decoded: T[] = [];
  try {
    for (const chunk of chunks) for (const each of decoder.decode(bytes(chunk))) decoded.push(each);
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return { decoded, problem: error.message };
  }
  return { decoded, problem: undefined };
}
