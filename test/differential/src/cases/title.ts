import { escapeBytes } from '@toy-redis/conformance';
import { read } from '../compare/reading.ts';
import { splitReplies } from '../compare/replies.ts';
import { bytesOf } from '../input.ts';
import type { Difference } from '../judge.ts';

const MOST_BYTES = 60;

/** A sentence about the request at which two servers differ, or about what is none; true if they do not. */
export function titleOf({ input, outcomes: { ours, redis } }: Difference): string {
  const bytes = bytesOf(input);
  const { requests, ends } = read(bytes);
  const [own, theirs] = [splitReplies(ours.bytes), splitReplies(redis.bytes)];
  const differing = theirs.findIndex((reply, index) => reply !== own[index]);
  const request = requests[differing === -1 ? theirs.length : differing] ?? requests.at(-1);
  const isRequest = request !== undefined && ends.at(-1) === bytes.length;
  const what = isRequest ? request.join(' ') : bytes.slice(ends.at(-1) ?? 0);
  const others = requests.length - (isRequest ? 1 : 0);
  return `"${shorten(what)}"${others > 0 ? ` with ${others} more` : ''} is answered as by Redis`;
}

function shorten(bytes: string): string {
  return `${escapeBytes(bytes.slice(0, MOST_BYTES))}${bytes.length > MOST_BYTES ? '…' : ''}`;
}
