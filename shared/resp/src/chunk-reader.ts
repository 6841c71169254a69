import { parseInteger } from './integer.ts';
import { ProtocolError } from './reply.ts';

export const CR = 13;
export const LF = 10;
const ZERO = 48;
const MANY = 1e12;
const NOTHING = Buffer.alloc(0);
/** V8 has no string of 512 MB: 2 ** 29 - 24 bytes are the most. The rest is room to speak around it. */
const LONGEST = 2 ** 29 - 2 ** 17;

/**
 * Takes the chunks of a connection, wherever they were cut, and hands out whole lines and whole
 * blobs as latin1 strings. Every method answers undefined while the rest is still on its way.
 * No byte is looked at twice: what has come of a cut line is kept, and of a cut blob the text so far.
 */
export class ChunkReader {
  #chunk: Buffer = NOTHING;
  #offset = 0;
  /** What has come of a cut line, and room for more. */
  #cutLine: Buffer = NOTHING;
  #cutLineLength = 0;
  #cutLineEnd = LF;
  #cutBlob = '';

  /** Goes on with the next chunk, once all there was to read of the one before has been read. */
  push(chunk: Buffer): void {
    if (this.#cutLineLength === 0) {
      this.#chunk = chunk;
      this.#offset = 0;
      return;
    }
    const begun = this.#cutLine.subarray(0, this.#cutLineLength);
    if (begun.at(-1) !== this.#cutLineEnd && !chunk.includes(this.#cutLineEnd)) {
      this.#keep(chunk);
      return;
    }
    this.#chunk = Buffer.concat([begun, chunk]);
    this.#offset = 0;
    this.#cutLine = NOTHING;
    this.#cutLineLength = 0;
  }

  /** The first byte of what comes next. */
  peek(): number | undefined {
    return this.#chunk[this.#offset];
  }

  /** How much of a line has come whose end has not; in bytes. */
  get cutLineLength(): number {
    return this.#cutLineLength;
  }

  /** A line without its end, which is LF, or CR and the byte after it. */
  line(end: typeof CR | typeof LF): string | undefined {
    const start = this.#offset;
    const at = this.#takeLine(end);
    return at === undefined ? undefined : this.#chunk.toString('latin1', start, at);
  }

  /** The number on a line such as `*3` or `$64`; NaN if what follows the first byte is no integer. */
  length(): number | undefined {
    let end = this.#offset + 1;
    let length = 0;
    for (let digit = this.#digit(end); digit <= 9 && length < MANY; digit = this.#digit(++end)) {
      length = 10 * length + digit;
      if (length === 0) break;
    }
    // Nearly every length is a short number on a whole line. To search for the line's end and make a
    // string of it would cost more than all the rest: that is for the others.
    if (length > 0 && this.#chunk[end] === CR && end + 1 < this.#chunk.length) {
      this.#offset = end + 2;
      return length;
    }
    const line = this.line(CR);
    return line === undefined ? undefined : Number(parseInteger(line.slice(1)) ?? NaN);
  }

  /**
   * A blob of so many bytes, without the CR LF that follows it. Throws a ProtocolError once more of it
   * has come than a string can hold.
   */
  blob(length: number): string | undefined {
    if (length > LONGEST && this.#cutBlob.length + this.#chunk.length - this.#offset > LONGEST) {
      throw new ProtocolError('invalid bulk length');
    }
    const end = this.#offset + length + 2 - this.#cutBlob.length;
    if (end > this.#chunk.length) {
      this.#cutBlob += this.#chunk.toString('latin1', this.#offset);
      this.#offset = this.#chunk.length;
      return undefined;
    }
    const start = this.#offset;
    this.#offset = end;
    if (this.#cutBlob === '') return this.#chunk.toString('latin1', start, end - 2);
    const blob = this.#cutBlob + this.#chunk.toString('latin1', start, end);
    this.#cutBlob = '';
    return blob.slice(0, length);
  }

  /** Moves past a line and says where it ends, or keeps it, if it is cut. */
  #takeLine(end: number): number | undefined {
    if (this.#cutLineLength > 0 || this.peek() === undefined) return undefined;
    const at = this.#chunk.indexOf(end, this.#offset);
    const next = end === CR ? at + 2 : at + 1;
    if (at !== -1 && next <= this.#chunk.length) {
      this.#offset = next;
      return at;
    }
    this.#cutLineEnd = end;
    this.#keep(this.#chunk.subarray(this.#offset));
    return undefined;
  }

  /** There is twice the room that it needs, lest every byte that comes alone moves all before it. */
  #keep(part: Buffer): void {
    const length = this.#cutLineLength + part.length;
    if (length > this.#cutLine.length) this.#cutLine = Buffer.concat([this.#cutLine], 2 * length);
    part.copy(this.#cutLine, this.#cutLineLength);
    this.#cutLineLength = length;
  }

  /** The digit at an offset; more than 9 if what is there is no digit. */
  #digit(at: number): number {
    return ((this.#chunk[at] ?? 0) - ZERO) >>> 0;
  }
}
