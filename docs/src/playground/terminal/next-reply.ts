import { label } from '../../wire/label.ts';
import type { Frame } from '../../wire/part.ts';
import type { Line } from './line.ts';

/** Where redis-cli believes the server to be. */
export const ADDRESS = '127.0.0.1:6379';

const HUNG_UP = 'Error: Server closed the connection';
const RESET = 'Error: Connection reset by peer';
const REFUSED = `Could not connect to Redis at ${ADDRESS}: Connection refused`;
/** From the end of a connection until the server lets go of it, if it does. */
const SOON = 20;

/** A reply in the bytes that it came in. */
export type Received = { frame: Frame; bytes: string };

/** The next reply, once it is whole or can never be; undefined if the connection ends before. */
export async function nextReply(line: Line): Promise<Received | undefined> {
  for (;;) {
    const bytes = line.received;
    const [frame] = label(bytes, 'server');
    if (frame && frame.fate.is !== 'incomplete') {
      line.received = bytes.slice(frame.end);
      if (frame.kind !== 'push') return { frame, bytes };
    } else {
      if (line.state !== 'open') return undefined;
      await line.news();
    }
  }
}

/** What redis-cli says if there is none. Who closes without having read what was sent resets the connection. */
export async function whyNoReply(line: Line): Promise<string> {
  if (line.state === 'ended') await new Promise((resolve) => setTimeout(resolve, SOON));
  if (line.state === 'refused') return REFUSED;
  return line.state === 'closed' && !line.heard ? RESET : HUNG_UP;
}
