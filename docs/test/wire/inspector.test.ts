import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../../src/wire/inspector/examples.ts';
import { inspect } from '../../src/wire/inspector/inspect.ts';
import { fromHash, toHash } from '../../src/wire/inspector/question.ts';
import { readBytes } from '../../src/wire/inspector/read-bytes.ts';

const PING = '*1\r\n$4\r\nPING\r\n';

test.each([
  ['escapes', '*1\\r\\n$4\\r\\nPING\\r\\n'],
  ['escapes on several lines', '*1\\r\\n\n$4\\r\\n\nPING\\r\\n\n'],
  ['a string in double quotes', '"*1\\r\\n$4\\r\\nPING\\r\\n"'],
  ['a string of Python', "b'*1\\r\\n$4\\r\\nPING\\r\\n'"],
  ["printf's argument", "printf '*1\\r\\n$4\\r\\nPING\\r\\n'"],
  ["echo's argument", "echo -ne '*1\\r\\n$4\\r\\nPING\\r\\n'"],
  ['lines as they are', '*1\n$4\nPING\n'],
  ['hex', '2a 31 0d 0a 24 34 0d 0a 50 49 4e 47 0d 0a'],
  ['hex without blanks', '2a310d0a24340d0a50494e470d0a\n'],
  ['hex of a program', '0x2a, 0x31, 0x0d, 0x0a, 0x24, 0x34, 0x0d, 0x0a, 0x50, 0x49, 0x4e, 0x47, 0x0d, 0x0a'],
  ['escapes in hex', '\\x2a\\x31\\x0d\\x0a\\x24\\x34\\x0d\\x0a\\x50\\x49\\x4e\\x47\\x0d\\x0a'],
  ['a dump of xxd', '00000000: 2a31 0d0a 2434 0d0a 5049 4e47 0d0a       *1..$4..PING..'],
  [
    'a dump of hexdump',
    '00000000  2a 31 0d 0a 24 34 0d 0a  50 49 4e 47 0d 0a        |*1..$4..PING..|\n0000000e',
  ],
])('bytes are understood as %s', (_, text) => {
  expect(readBytes(text)).toBe(PING);
});

test.each([
  ['a zero byte of printf', '\\0a', '\0a'],
  ['an octal one', '\\000a', '\0a'],
  ['letters beyond ASCII', 'é', '\xc3\xa9'],
  ['a request that looks like hex', 'DEL ab', 'DEL ab'],
  ['a word that looks like hex', 'deadbeef', 'deadbeef'],
])('bytes are understood: %s', (_, text, bytes) => {
  expect(readBytes(text)).toBe(bytes);
});

describe('an answer', () => {
  test('to a command is the request that redis-cli sends', () => {
    expect(inspect({ given: 'command', text: 'ping' })).toMatchObject({
      bytes: '*1\r\n$4\r\nping\r\n',
      summary: '14 bytes: 1 whole request.',
      mood: 'complete',
    });
  });

  test('to a command whose quotes do not close says so', () => {
    expect(inspect({ given: 'command', text: 'ECHO "a' })).toMatchObject({ bytes: '', mood: 'wrong' });
  });

  test('to a request that is cut off says what is missing, from the inside out', () => {
    const { summary, mood } = inspect({ given: 'request', text: '*3\\r\\n$4\\r\\nECHO\\r\\n$5\\r\\nhel' });
    expect(mood).toBe('incomplete');
    expect(summary).toBe(
      '21 bytes: 0 whole requests. Of the last one, this is missing: 2 of 5 bytes, and \\r\\n; then 2 of 3 elements.',
    );
  });

  test('to bytes that are no request says where, and what Redis says', () => {
    const { summary, mood } = inspect({ given: 'request', text: 'PING\\r\\n*1\\r\\n+PING\\r\\n' });
    expect(mood).toBe('wrong');
    expect(summary).toBe(
      "17 bytes: 1 whole request. From byte 10 on nobody reads them: ERR Protocol error: expected '$', got '+'",
    );
  });

  test('to an empty request does not count it', () => {
    const { summary } = inspect({ given: 'request', text: 'PING\\r\\n\\r\\n' });
    expect(summary).toBe('8 bytes: 1 whole request, and 1 empty one, skipped.');
  });

  test('to a reply shows what redis-cli prints, and says if it takes RESP3', () => {
    expect(inspect({ given: 'reply', text: '%1\\r\\n+a\\r\\n#t\\r\\n' })).toMatchObject({
      summary: '12 bytes: 1 whole reply, in RESP3.',
      printed: '1# a => (true)',
    });
  });

  test('to replies of which redis-cli cannot read one ends with that one, as redis-cli does', () => {
    const { printed } = inspect({ given: 'reply', text: ':1\\r\\n(12345678901234567890\\r\\n:2\\r\\n' });
    expect(printed).toBe('(integer) 1\nUnknown reply type: 13');
  });

  test('to a reply that is too deep for a page says so', () => {
    expect(inspect({ given: 'reply', text: `${'*1\\r\\n'.repeat(50)}:1\\r\\n` }).mood).toBe('complete');
    const { summary, mood } = inspect({ given: 'reply', text: '*1\\r\\n'.repeat(100_000) });
    expect(mood).toBe('wrong');
    expect(summary).toContain('From byte 800 on nobody reads them: more than 200 frames inside each other');
  });

  test('can be shared', () => {
    for (const { given, text } of EXAMPLES)
      expect(fromHash(toHash({ given, text }))).toEqual({ given, text });
    expect(fromHash('#worked-examples')).toBeUndefined();
    expect(fromHash('#reply=%ZZ')).toEqual({ given: 'reply', text: '%ZZ' });
  });
});
