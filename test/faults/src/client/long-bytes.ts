const MEGABYTE = 1024 * 1024;

/** A run of bytes that may be longer than memory is large: a piece, again and again, cut at a length. */
export class LongBytes {
  readonly length: number;
  readonly #pieceLength: number;
  /** The piece so often that a megabyte from any place in the first lies in it in one go. */
  readonly #bytes: Buffer;

  constructor(piece: Buffer, length = piece.length) {
    this.length = length;
    this.#pieceLength = piece.length;
    const held = Math.min(length, piece.length + MEGABYTE);
    this.#bytes = held <= piece.length ? piece : Buffer.alloc(held, piece);
  }

  /** The bytes from an offset on: up to a megabyte of them. */
  from(offset: number): Buffer {
    const start = offset % this.#pieceLength;
    const left = Math.min(this.length - offset, MEGABYTE);
    return this.#bytes.subarray(start, start + left);
  }

  *[Symbol.iterator](): Generator<Buffer, void> {
    for (let offset = 0; offset < this.length; offset += MEGABYTE) yield this.from(offset);
  }
}

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

  /** Whether this chunk is what had to come next. */
  take(chunk: Buffer): boolean {
    let taken = 0;
    while (taken < chunk.length) {
      const part = this.#expected[this.#part];
      if (part === undefined) return false;
      const wanted = part.from(this.#offset);
      const length = Math.min(wanted.length, chunk.length - taken);
      if (wanted.compare(chunk, taken, taken + length, 0, length) !== 0) return false;
      taken += length;
      this.#offset += length;
      if (this.#offset === part.length) {
        this.#part++;
        this.#offset = 0;
      }
    }
    return true;
  }
}
