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
