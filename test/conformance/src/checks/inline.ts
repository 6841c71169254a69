import type { Check } from '../check.ts';
import { closed, passes } from '../check.ts';
import { toBytes } from '../resp.ts';
import { fromPing, fromResp, saysPong } from './cells.ts';

const UNBALANCED = '-ERR Protocol error: unbalanced quotes in request\r\n';

export const inlineChecks: Check[] = [
  {
    id: 'inline/ping',
    title: 'PING may be typed as a line, without any RESP',
    tier: 'core',
    needs: ['ping/once'],
    why: 'With nc or telnet and a line of text one can talk to Redis from anywhere.',
    hint: 'A request that does not begin with * is a line of words.',
    steps: fromPing,
    async run(session) {
      const wire = await session.connect();
      await wire.expect('PING\r\n', '+PONG\r\n');
    },
  },
  {
    id: 'inline/words',
    title: 'The words of a line are the request and its arguments; \\n alone ends it, too',
    tier: 'full',
    needs: ['inline/ping', 'resp/echo'],
    why: 'People type more spaces than they mean to, and Unix ends lines with \\n.',
    hint: 'Split at any number of blanks, drop a \\r before the \\n, and ignore blanks at both ends.',
    steps: fromResp,
    async run(session) {
      const wire = await session.connect();
      await wire.expect('ECHO hey\r\n', '$3\r\nhey\r\n');
      await wire.expect('  echo \t hey  \n', '$3\r\nhey\r\n');
      await wire.expect('PING\nECHO a\n\nECHO b\n', '+PONG\r\n$1\r\na\r\n$1\r\nb\r\n');
    },
  },
  {
    id: 'inline/split',
    title: 'A line that arrives in two parts is answered when it is whole',
    tier: 'full',
    needs: ['inline/words', 'resp/split-writes'],
    why: 'A terminal may send a line as it is typed.',
    hint: 'A line is whole when its \\n has come.',
    steps: { ...fromPing, '02': saysPong, '05': passes },
    async run(session) {
      const wire = await session.connect();
      await wire.send('EC');
      await wire.expectSilence(20);
      await wire.send('HO hey\r');
      await wire.expectSilence(20);
      await wire.expect('\n', '$3\r\nhey\r\n');
    },
  },
  {
    id: 'inline/quotes',
    title: 'Quotes hold words together, and know escapes',
    tier: 'full',
    needs: ['inline/words'],
    why: 'Without quotes no typed value could hold a space, or a byte that is on no keyboard.',
    hint: 'Between " and " there are \\n \\r \\t \\b \\a \\xHH \\" and \\\\; between \' and \' only \\\'.',
    steps: fromResp,
    async run(session) {
      const wire = await session.connect();
      const lines: [string, string][] = [
        ['"hello world"', 'hello world'],
        ["'hello world'", 'hello world'],
        ['""', ''],
        ['"a\\nb\\r\\t\\b\\a\\"\\\\"', 'a\nb\r\t\b\x07"\\'],
        ['"\\x00\\xff\\xZZ"', '\x00\xffxZZ'],
        ["'it\\'s \\n'", "it's \\n"],
        ['ab"c d"', 'abc d'],
        ['"it\'s"', "it's"],
      ];
      for (const [quoted, word] of lines) await wire.expect(`ECHO ${quoted}\r\n`, toBytes(word));
    },
  },
  {
    id: 'inline/unbalanced',
    title: 'A quote that is not closed, or closed inside a word, ends the connection with an error',
    tier: 'full',
    needs: ['inline/quotes'],
    why: 'To guess where the quote should have been would run a command that nobody has typed.',
    hint: `Reply ${JSON.stringify(UNBALANCED).slice(1, -1)} and close.`,
    steps: { '01': closed, '02': saysPong, '05': passes },
    async run(session) {
      for (const line of ['ECHO "hey', "ECHO 'hey", 'ECHO "hey"you', "ECHO 'hey\\'"]) {
        const wire = await session.connect();
        await wire.expect(`${line}\r\n`, UNBALANCED);
        await wire.expectClosed();
      }
    },
  },
];
