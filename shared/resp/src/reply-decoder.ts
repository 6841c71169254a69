import { ChunkReader, CR } from './chunk-reader.ts';
import { ProtocolError, type Reply } from './reply.ts';
import { AGGREGATES, BLOBS, type Build, LINES } from './reply-types.ts';

/** A reply of so many bytes that are still to come. */
type Blob = { length: number; build: (bytes: string) => Reply };
/** A reply of so many others that are still to come; where nobody knows how many, there is an end. */
type Aggregate = { elements: Reply[]; missing: number; build: Build; end?: string };
/** What can be read at once: a reply, the beginning of a longer one, or the end of a streamed one. */
type Part = Reply | typeof BEGUN | typeof END;

const BEGUN = Symbol('a reply has begun');
const END = Symbol('a streamed reply has ended');
const STREAM_END = '.';
const STRING_END = ';0';

/**
 * Turns the chunks that a server sends into its replies, RESP2 and RESP3. A chunk may end anywhere.
 * Both nulls of RESP2 become `null`; an integer is a number where that is exact, else a bigint.
 * Source: the RESP specification, "RESP protocol description"; RESP3.md for attributes and streams.
 */
export class ReplyDecoder {
  #reader = new ChunkReader();
  #blob: Blob | undefined;
  #open: Aggregate[] = [];

  /**
   * Yields the replies that this chunk completes.
   * Throws a ProtocolError, after the replies before it, at bytes that are no reply.
   */
  *decode(chunk: Buffer): Generator<Reply, void> {
    this.#reader.push(chunk);
    for (let part = this.#read(); part !== undefined; part = this.#read()) {
      const reply = this.#complete(part);
      if (reply !== undefined) yield reply;
    }
  }

  #read(): Part | undefined {
    if (!this.#blob) {
      const line = this.#reader.line(CR);
      return line === undefined ? undefined : this.#begin(line);
    }
    const bytes = this.#reader.blob(this.#blob.length);
    if (bytes === undefined) return undefined;
    const { build } = this.#blob;
    this.#blob = undefined;
    return build(bytes);
  }

  #begin(line: string): Part {
    const [type, rest, end] = [line.charAt(0), line.slice(1), this.#open.at(-1)?.end];
    if (line === end) return END;
    if (end === STRING_END) return this.#expect(type === ';' ? rest : refuse(type), (bytes) => bytes);
    if (line === '$?') return this.#collect(Infinity, (parts) => parts.join(''), STRING_END);
    if ((type === '$' || type === '*') && rest === '-1') return null;

    const readLine = LINES.get(type);
    if (readLine) return readLine(rest);
    const build = BLOBS.get(type);
    if (build) return this.#expect(rest, build);
    const aggregate = AGGREGATES.get(type) ?? refuse(type);
    if (rest === '?' && type !== '|') return this.#collect(Infinity, aggregate.build, STREAM_END);
    return this.#collect(aggregate.size(length(rest)), aggregate.build);
  }

  #expect(rest: string, build: (bytes: string) => Reply): Part {
    this.#blob = { length: length(rest), build };
    return BEGUN;
  }

  #collect(missing: number, build: Build, end?: string): Part {
    if (missing === 0) return build([]);
    this.#open.push({ elements: [], missing, build, ...(end && { end }) });
    return BEGUN;
  }

  /** The reply that this part makes whole, if it does: the last of an array completes the array. */
  #complete(part: Part): Reply | undefined {
    while (part !== BEGUN) {
      const parent = this.#open.at(-1);
      if (part !== END) {
        if (!parent) return part;
        parent.elements.push(part);
        parent.missing--;
        if (parent.missing > 0) return undefined;
      }
      this.#open.pop();
      part = parent?.build(parent.elements) ?? null;
    }
    return undefined;
  }
}

function refuse(type: string): never {
  throw new ProtocolError(`expected a reply, got '${type}'`);
}

function length(text: string): number {
  if (!/^(?:0|[1-9]\d{0,8})$/.test(text)) throw new ProtocolError(`expected a length, got '${text}'`);
  return Number(text);
}
