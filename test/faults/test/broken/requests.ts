const MOST_BYTES = 512 * 1024 * 1024;

/** A client announces more than anybody takes. */
export class TooLongError extends Error {
  override name = 'TooLongError';

  constructor(length: number) {
    super(`expected a bulk of at most ${MOST_BYTES} bytes, got ${length}`);
  }
}

/** The requests that have come whole, and what is left. Throws a TooLongError. */
export function split(bytes: string): { requests: string[][]; rest: string } {
  const requests: string[][] = [];
  let at = 0;
  for (let end = 0; ; at = end) {
    const request = bytes.startsWith('*', at) ? takeArray(bytes, at) : takeLine(bytes, at);
    if (request === undefined) return { requests, rest: bytes.slice(at) };
    requests.push(request.words);
    end = request.end;
  }
}

type Taken = { words: string[]; end: number };

function takeArray(bytes: string, at: number): Taken | undefined {
  const words: string[] = [];
  let end = bytes.indexOf('\r\n', at) + 2;
  if (end === 1) return undefined;
  for (let left = Number.parseInt(bytes.slice(at + 1, at + 12), 10); left > 0; left--) {
    const start = bytes.indexOf('\r\n', end) + 2;
    if (start === 1) return undefined;
    const length = Number.parseInt(bytes.slice(end + 1, start), 10);
    if (length > MOST_BYTES) throw new TooLongError(length);
    if (bytes.length < start + length + 2) return undefined;
    words.push(bytes.slice(start, start + length));
    end = start + length + 2;
  }
  return { words, end };
}

function takeLine(bytes: string, at: number): Taken | undefined {
  const end = bytes.indexOf('\n', at) + 1;
  return end === 0 ? undefined : { words: bytes.slice(at, end).trim().split(' '), end };
}
