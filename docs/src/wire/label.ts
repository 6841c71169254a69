import { labelReplies } from './label-replies.ts';
import { labelRequests } from './label-requests.ts';
import type { Frame, Side } from './part.ts';

/**
 * What each of these bytes (latin1, one character each) is to RESP: the frames that one side of a
 * connection said, in order. Every byte is in one token.
 */
export function label(bytes: string, said: Side): Frame[] {
  return said === 'client' ? labelRequests(bytes) : labelReplies(bytes);
}
