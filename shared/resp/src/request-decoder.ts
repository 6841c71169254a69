import { ChunkReader, LF } from './chunk-reader.ts';
import { splitArguments } from './inline.ts';
import { ProtocolError } from './reply.ts';

const ASTERISK = '*'.charCodeAt(0);
const DOLLAR = '$'.charCodeAt(0);
const MAX_LINE = 64 * 1024;
/** No read of a socket brings so much at once; of lines much longer, regular expressions lose count. */
const MAX_WHOLE_LINE = 1024 * 1024;
const MAX_ARGUMENTS = 2 ** 31 - 1;
const MAX_BULK = 512 * 1024 * 1024;
const NONE = -1;
/** So many arguments have room made for them before they are there. */
const FEW = 64;

/**
 * Turns the chunks that a client sends into its requests, each a name and its arguments, as strings
 * of one character per byte (latin1). A chunk may end anywhere: what is left of a request waits for
 * the next one. A length is not trusted before its bytes are there, so it allocates nothing.
 * Source: the RESP specification, "Sending commands to a Redis server" and "Inline commands";
 * `processInlineBuffer` and `processMultibulkBuffer` in Redis's networking.c.
 */
export class RequestDecoder {
  #reader = new ChunkReader();
  #request: string[] = [];
  #count = 0;
  #read = 0;
  #bulkLength = NONE;

  /**
   * Yields the requests that this chunk completes.
   * Throws a ProtocolError, after the requests before it, at bytes that are no request, and 128 KB
   * before an argument has grown to 512 MB. The decoder is of no use after that.
   */
  *decode(chunk: Buffer): Generator<string[], void> {
    this.#reader.push(chunk);
    for (let request = this.#next(); request !== undefined; request = this.#next()) {
      if (request.length > 0) yield request;
    }
    this.#refuseLongLine();
  }

  /** The next request, which may be empty, or undefined when the chunk is used up. */
  #next(): string[] | undefined {
    if (this.#read === this.#count) {
      if (this.#reader.peek() !== ASTERISK) return this.#inlineRequest();
      const count = this.#reader.length();
      if (count === undefined) return undefined;
      if (!(count <= MAX_ARGUMENTS)) throw new ProtocolError('invalid multibulk length');
      if (count <= 0) return [];
      this.#request = new Array(Math.min(count, FEW));
      this.#count = count;
      this.#read = 0;
    }
    while (this.#read < this.#count) {
      const argument = this.#bulk();
      if (argument === undefined) return undefined;
      this.#request[this.#read++] = argument;
    }
    return this.#request;
  }

  #inlineRequest(): string[] | undefined {
    const line = this.#reader.line(LF);
    if (line === undefined) return undefined;
    if (line.length > MAX_WHOLE_LINE) throw new ProtocolError('too big inline request');
    return splitArguments(line);
  }

  #bulk(): string | undefined {
    if (this.#bulkLength === NONE) {
      const type = this.#reader.peek();
      const length = this.#reader.length();
      if (type === undefined || length === undefined) return undefined;
      if (type !== DOLLAR) throw new ProtocolError(`expected '$', got '${String.fromCharCode(type)}'`);
      if (!(length >= 0 && length <= MAX_BULK)) throw new ProtocolError('invalid bulk length');
      this.#bulkLength = length;
    }
    const bulk = this.#reader.blob(this.#bulkLength);
    if (bulk !== undefined) this.#bulkLength = NONE;
    return bulk;
  }

  /** A line is kept until its end comes, so it must not go on for ever. */
  #refuseLongLine(): void {
    if (this.#reader.cutLineLength <= MAX_LINE) return;
    if (this.#read < this.#count) throw new ProtocolError('too big bulk count string');
    if (this.#reader.peek() === ASTERISK) throw new ProtocolError('too big mbulk count string');
    throw new ProtocolError('too big inline request');
  }
}
