import { splitWords } from './words.ts';

/**
 * What a server is asked by some bytes, as far as it can be told without being one. It is read with code
 * of its own: it decides what is not compared, and an error shared with the servers would go unseen.
 */
export type Reading = {
  /** Names and their arguments, up to the first bytes that are no request. */
  requests: readonly Request[];
  /** The offset behind each request, empty ones included. */
  ends: readonly number[];
  /** Everything that is read up to the end of a line: inline requests, and lengths. The last may have none. */
  lines: readonly string[];
};

export type Request = readonly string[];

/** Where a reader stands, and what it has read so far. */
type Reader = { bytes: string; at: number; requests: Request[]; ends: number[]; lines: string[] };

const NUMBER = /^(?:0|-?[1-9]\d{0,9})$/;
const MOST_ARGUMENTS = 2 ** 31 - 1;
const MOST_BYTES = 512 * 1024 * 1024;

export function read(bytes: string): Reading {
  const reader: Reader = { bytes, at: 0, requests: [], ends: [], lines: [] };
  while (reader.at < bytes.length) {
    const request = bytes[reader.at] === '*' ? readArray(reader) : readInline(reader);
    if (!request) break;
    reader.ends.push(reader.at);
    if (request.length > 0) reader.requests.push(request);
  }
  return reader;
}

function readArray(reader: Reader): Request | undefined {
  const count = readLength(reader, MOST_ARGUMENTS);
  if (count === undefined) return undefined;
  const words: string[] = [];
  while (words.length < count) {
    if (reader.bytes[reader.at] !== '$') {
      readLine(reader, '\r');
      return undefined;
    }
    const length = readLength(reader, MOST_BYTES);
    if (length === undefined || length < 0 || reader.at + length + 2 > reader.bytes.length) return undefined;
    words.push(reader.bytes.slice(reader.at, reader.at + length));
    // Nobody looks at the two bytes that should be CR LF.
    reader.at += length + 2;
  }
  return words;
}

function readInline(reader: Reader): Request | undefined {
  const line = readLine(reader, '\n');
  return line === undefined ? undefined : splitWords(line.replace(/\r$/, ''));
}

/** The number behind `*` or `$`; undefined if there is none, or if it is too large. */
function readLength(reader: Reader, most: number): number | undefined {
  const line = readLine(reader, '\r');
  if (line === undefined || !NUMBER.test(line.slice(1))) return undefined;
  reader.at++;
  const length = Number(line.slice(1));
  return length <= most ? length : undefined;
}

/** A line without its end; undefined if that is missing. */
function readLine(reader: Reader, end: '\r' | '\n'): string | undefined {
  const at = reader.bytes.indexOf(end, reader.at);
  const line = reader.bytes.slice(reader.at, at === -1 ? undefined : at);
  reader.lines.push(line);
  reader.at = at === -1 ? reader.bytes.length : at + 1;
  return at === -1 ? undefined : line;
}
