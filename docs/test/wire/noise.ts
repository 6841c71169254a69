import fc from 'fast-check';

const SIGNS = '*$:+-_#,(!=%~>|;.?tf0129x"\'\\ \r\n';
const LINES = [
  '*1',
  '*2',
  '*0',
  '*?',
  '$1',
  '$?',
  ';1',
  ';0',
  '.',
  '%1',
  '%?',
  '~1',
  '|1',
  ':1',
  '_',
  ',nan',
  '',
];
const WHOLE = [
  '*1\r\n$4\r\nPING\r\n',
  'PING "a b"\r\n',
  '$3\r\na\r\nb\r\n',
  '=5\r\ntxt:a\r\n',
  '$-1\r\n',
  '#t\r\n',
];
const byte = fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code));

/** Bytes that nearly are RESP: drawn evenly, they would hardly ever be more than one bad line. */
export const noise = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SIGNS),
      fc.constantFrom(...LINES).map((text) => `${text}\r\n`),
      fc.constantFrom(...WHOLE),
      byte,
    ),
    { maxLength: 40 },
  )
  .map((tokens) => tokens.join(''));

const binary = fc.string({ unit: byte });
const line = binary.map((text) => text.replace(/[\r\n]/g, ''));
const blob = (type: string) => binary.map((text) => `${type}${text.length}\r\n${text}\r\n`);
const counted = (type: string, per: number, extra: number) => (elements: string[]) => {
  const count = Math.floor((elements.length - extra) / per);
  return count < 0 ? '_\r\n' : `${type}${count}\r\n${elements.slice(0, count * per + extra).join('')}`;
};

/** Whole requests, each an array of bulk strings. */
export const requests = fc.array(fc.array(blob('$'), { minLength: 1 }).map(counted('*', 1, 0)));

/** Whole replies, of every type of RESP2 and RESP3. */
export const replies = fc.array(
  fc.letrec<{ reply: string; elements: string[] }>((tie) => ({
    elements: fc.array(tie('reply'), { maxLength: 5 }),
    reply: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(
        '$-1\r\n',
        '*-1\r\n',
        '_\r\n',
        '#t\r\n',
        '#f\r\n',
        ',1.5e3\r\n',
        ',-inf\r\n',
        ':-12\r\n',
      ),
      fc.bigInt().map((digits) => `(${digits}\r\n`),
      line.map((text) => `+${text}\r\n`),
      line.map((text) => `-${text}\r\n`),
      blob('$'),
      blob('!'),
      binary.map((text) => `=${text.length + 4}\r\ntxt:${text}\r\n`),
      fc
        .array(binary.filter((text) => text !== ''))
        .map((chunks) => `$?\r\n${chunks.map((text) => `;${text.length}\r\n${text}\r\n`).join('')};0\r\n`),
      tie('elements').map(counted('*', 1, 0)),
      tie('elements').map(counted('~', 1, 0)),
      tie('elements').map(counted('>', 1, 0)),
      tie('elements').map(counted('%', 2, 0)),
      tie('elements').map(counted('|', 2, 1)),
      tie('elements').map((elements) => `*?\r\n${elements.join('')}.\r\n`),
      tie('elements').map((elements) => `%?\r\n${[...elements, ...elements].join('')}.\r\n`),
    ),
  })).reply,
);

/** A text cut at these places. */
export function cutAt(text: string, places: number[]): string[] {
  const cuts = places.map((place) => place % (text.length + 1)).sort((a, b) => a - b);
  return [0, ...cuts].map((start, index) => text.slice(start, cuts[index]));
}
