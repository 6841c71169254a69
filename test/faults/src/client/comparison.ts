import { FaultError } from '../errors.ts';
import type { LongBytes } from './long-bytes.ts';

const BYTES_BEFORE = 10;
const MOST_QUOTED = 50;

/** What should have come and what came, both from a few bytes before the first that differs. */
export type Difference = { expected: Buffer; got: Buffer };

/** Holds what comes, chunk by chunk, against what is expected. */
export class Comparison {
  readonly #expected: LongBytes[];
  #part = 0;
  #offset = 0;

  constructor(expected: LongBytes[]) {
    this.#expected = expected.filter(({ length }) => length > 0);
  }

  get isDone(): boolean {
    return this.#part === this.#expected.length;
  }

  /** Where this chunk is not what had to come next, if anywhere. */
  take(chunk: Buffer): Difference | undefined {
    let taken = 0;
    while (taken < chunk.length) {
      const part = this.#expected[this.#part];
      if (part === undefined) return { expected: Buffer.alloc(0), got: chunk.subarray(taken) };
      const wanted = part.from(this.#offset);
      const length = Math.min(wanted.length, chunk.length - taken);
      const got = chunk.subarray(taken, taken + length);
      if (wanted.compare(got, 0, length, 0, length) !== 0) return differenceOf(wanted, got);
      taken += length;
      this.#offset += length;
      if (this.#offset === part.length) {
        this.#part++;
        this.#offset = 0;
      }
    }
    return undefined;
  }
}

/** The server said something else than it had to. */
export class UnexpectedBytesError extends FaultError {
  override name = 'UnexpectedBytesError';

  constructor({ expected, got }: Difference) {
    super(`expected ${quote(expected) || 'nothing more'}, got ${quote(got)}`);
  }
}

function quote(bytes: Buffer): string {
  return bytes.length === 0 ? '' : JSON.stringify(bytes.toString('latin1', 0, MOST_QUOTED));
}

function differenceOf(expected: Buffer, got: Buffer): Difference {
  const start = Math.max(0, got.findIndex((byte, at) => byte !== expected[at]) - BYTES_BEFORE);
  return { expected: expected.subarray(start), got: got.subarray(start) };
}
