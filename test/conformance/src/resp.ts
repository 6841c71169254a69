/**
 * As much of RESP as the checks need, written apart from the course's own package: an error that
 * both sides shared would go unseen.
 */

/** A reply that a check expects: as in `shared/resp`, but RESP2 only, and lines stand for themselves. */
export type Expected = string | number | null | Line | readonly Expected[];

/** A reply that is a line, such as `+OK` or `-ERR syntax error`. */
class Line {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export const ok = new Line('+OK');
export const pong = new Line('+PONG');
export const error = (message: string) => new Line(`-${message}`);

/** A request in the form that clients send: `*2\r\n$4\r\nECHO\r\n$3\r\nhey\r\n`. */
export function frame(...words: string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`;
}

export function toBytes(expected: Expected): string {
  if (expected instanceof Line) return `${expected.text}\r\n`;
  if (expected === null) return '$-1\r\n';
  if (typeof expected === 'number') return `:${expected}\r\n`;
  if (typeof expected === 'string') return `$${expected.length}\r\n${expected}\r\n`;
  return `*${expected.length}\r\n${expected.map(toBytes).join('')}`;
}

/**
 * Where the reply that starts at an offset ends, RESP2 or RESP3, or undefined if it is not whole.
 * Bytes that are no reply are taken line by line.
 */
export function endOfReply(bytes: string, start = 0): number | undefined {
  const lineEnd = bytes.indexOf('\r\n', start);
  if (lineEnd === -1) return undefined;
  const type = bytes.charAt(start);
  const count = Number(bytes.slice(start + 1, lineEnd));
  let end: number | undefined = lineEnd + 2;
  if (!(count >= 0)) return end;
  if ('$=!'.includes(type)) return end + count + 2 <= bytes.length ? end + count + 2 : undefined;
  const elements = type === '%' ? 2 * count : '*~>'.includes(type) ? count : 0;
  for (let i = 0; i < elements && end !== undefined; i++) end = endOfReply(bytes, end);
  return end;
}
