import { clip } from './clip.ts';
import { label } from './label.ts';
import type { Frame, Kind, Side } from './part.ts';

/** A chunk of a connection: what its bytes are, knowing all that came before. */
export type LabelledChunk = {
  /** Bytes of the stream, of which the chunk is the end; the offsets of the frames count from their first. */
  bytes: string;
  /** Where in the stream the first of these bytes is. */
  offset: number;
  frames: NumberedFrame[];
};

/** A frame, as far as it is in a chunk, and which request of its connection it is or replies to, from 0. */
type NumberedFrame = { frame: Frame; exchange: number | undefined };

/** Requests that get no reply, and what a server says unasked. */
const UNPAIRED = new Set<Kind>(['empty request', 'push', 'not read']);

/** One direction of a connection: labels its chunks as they come, wherever they were cut. */
export class LabelledStream {
  readonly #said: Side;
  /** What has come of a frame that is not whole, or all from one that is wrong. */
  #tail = '';
  #offset = 0;
  #exchange = 0;

  constructor(said: Side) {
    this.#said = said;
  }

  /** What the bytes of the next chunk are. */
  push(chunk: string): LabelledChunk {
    const [bytes, from, offset] = [this.#tail + chunk, this.#tail.length, this.#offset];
    const frames = label(bytes, this.#said);
    const numbered = frames.map((frame) => ({ frame, exchange: this.#number(frame) }));
    const rest = frames.find(({ fate }) => fate.is !== 'complete')?.start ?? bytes.length;
    this.#tail = bytes.slice(rest);
    this.#offset += rest;
    return { bytes, offset, frames: numbered.flatMap((each) => clipNumbered(each, from)) };
  }

  #number({ kind, fate }: Frame): number | undefined {
    if (UNPAIRED.has(kind)) return undefined;
    return fate.is === 'complete' ? this.#exchange++ : this.#exchange;
  }
}

function clipNumbered({ frame, exchange }: NumberedFrame, from: number): NumberedFrame[] {
  const clipped = clip(frame, from);
  return clipped ? [{ frame: clipped, exchange }] : [];
}
