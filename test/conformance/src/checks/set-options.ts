import type { Check } from '../check.ts';
import { error, ok } from '../resp.ts';
import { fromExpiry, saysSyntaxError, unknown } from './cells.ts';

const SYNTAX_ERROR = error('ERR syntax error');
const NO_INTEGER = error('ERR value is not an integer or out of range');
const INVALID_TIME = error("ERR invalid expire time in 'set' command");
const MAX_INT64 = '9223372036854775807';

/** An integer reply between two bounds, both included. */
export const between = (least: number, most: number) => ({
  text: `an integer from ${least} to ${most}`,
  suits: (reply: string) => {
    const [, integer] = /^:(-?\d+)\r\n$/.exec(reply) ?? [];
    return integer !== undefined && Number(integer) >= least && Number(integer) <= most;
  },
});

export const setOptionChecks: Check[] = [
  {
    id: 'set/ex-px',
    title: 'SET … EX takes seconds, PX milliseconds, in capitals or small letters',
    tier: 'core',
    needs: ['keys/set-get', 'ttl/ttl-pttl'],
    why: 'A session of 30 seconds that ends after 30 milliseconds is no session.',
    hint: 'EX 100 and PX 100000 mean the same: PTTL says about 100000 for both.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      const { text, suits } = between(90_000, 100_000);
      for (const options of [
        ['EX', '100'],
        ['PX', '100000'],
        ['ex', '100'],
        ['pX', '100000'],
      ]) {
        await client.expect(['SET', key, 'Ada', ...options], ok);
        await client.expectReply(['PTTL', key], text, suits);
        await client.expect(['GET', key], 'Ada');
      }
    },
  },
  {
    id: 'set/exat-pxat',
    title: 'SET … EXAT and PXAT take a moment: seconds or milliseconds since 1970',
    tier: 'full',
    needs: ['set/ex-px', 'ttl/expiretime'],
    why: 'A moment does not move when a request is late, or is repeated.',
    hint: 'The deadline is kept as it is; only EX and PX add the time of day.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      await client.expect(['SET', key, 'Ada', 'EXAT', '33177117420'], ok);
      await client.expect(['PEXPIRETIME', key], 33_177_117_420_000);
      await client.expect(['SET', key, 'Ada', 'PXAT', '33177117420123'], ok);
      await client.expect(['PEXPIRETIME', key], 33_177_117_420_123);
      await client.expect(['SET', key, 'Ada', 'exat', '33177117420'], ok);
      await client.expect(['PEXPIRETIME', key], 33_177_117_420_000);
      await client.expect(['SET', key, 'Ada', 'pxat', '33177117420123'], ok);
      await client.expect(['PEXPIRETIME', key], 33_177_117_420_123);
      await client.expect(['SET', key, 'Ada', 'EXAT', '1'], ok);
      await client.expect(['GET', key], null);
    },
  },
  {
    id: 'set/drops-ttl',
    title: 'A plain SET takes the deadline away',
    tier: 'core',
    needs: ['set/ex-px'],
    why: 'A new value is not as old as the one before: it would vanish without anybody having asked for it.',
    hint: 'Whoever stores deadlines apart from values has to delete them there, too.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      await client.expect(['SET', key, 'old', 'EX', '100'], ok);
      await client.expect(['SET', key, 'new'], ok);
      await client.expect(['TTL', key], -1);
      await client.expect(['GET', key], 'new');
    },
  },
  {
    id: 'set/keepttl',
    title: 'SET … KEEPTTL keeps the deadline',
    tier: 'full',
    needs: ['set/drops-ttl'],
    why: 'A session may change without living longer.',
    hint: 'A key without a deadline keeps having none.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      const [key, free] = [session.key('session'), session.key('free')];
      const { text, suits } = between(90, 100);
      await client.expect(['SET', key, 'old', 'EX', '100'], ok);
      await client.expect(['SET', key, 'new', 'KEEPTTL'], ok);
      await client.expectReply(['TTL', key], text, suits);
      await client.expect(['GET', key], 'new');
      await client.expect(['SET', free, '1', 'keepttl'], ok);
      await client.expect(['TTL', free], -1);
    },
  },
  {
    id: 'set/nx',
    title: 'SET … NX stores only if there is no such key, and else returns null',
    tier: 'full',
    needs: ['keys/missing', 'keys/set-get'],
    why: 'Of many programs that try, one gets +OK: the simplest lock there is.',
    hint: 'Whether the key is there counts, not whether its value is empty.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      const key = session.key('lock');
      await client.expect(['SET', key, 'first', 'NX'], ok);
      await client.expect(['SET', key, 'second', 'nx'], null);
      await client.expect(['GET', key], 'first');
      await client.expect(['SET', key, ''], ok);
      await client.expect(['SET', key, 'third', 'NX', 'EX', '100'], null);
      await client.expect(['GET', key], '');
    },
  },
  {
    id: 'set/nx-keeps-ttl',
    title: 'SET … NX that does not store leaves the deadline alone',
    tier: 'full',
    needs: ['set/nx', 'set/ex-px'],
    why: 'Else whoever fails to get a lock would change how long it is held.',
    hint: 'Decide first whether to store; then change value and deadline together.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      const key = session.key('lock');
      const { text, suits } = between(90, 100);
      await client.expect(['SET', key, 'first', 'EX', '100'], ok);
      await client.expect(['SET', key, 'second', 'NX', 'EX', '5000'], null);
      await client.expectReply(['TTL', key], text, suits);
      await client.expect(['SET', key, 'third', 'NX'], null);
      await client.expectReply(['TTL', key], text, suits);
    },
  },
  {
    id: 'set/xx',
    title: 'SET … XX stores only if there is such a key, and else returns null',
    tier: 'full',
    needs: ['keys/missing', 'keys/set-get'],
    why: 'To renew what is there, without bringing back what was deleted.',
    hint: 'The mirror image of NX.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      await client.expect(['SET', key, 'first', 'XX'], null);
      await client.expect(['GET', key], null);
      await client.expect(['SET', key, 'first'], ok);
      await client.expect(['SET', key, 'second', 'Xx'], ok);
      await client.expect(['GET', key], 'second');
    },
  },
  {
    id: 'set/get',
    title: 'SET … GET returns the value that was there before, or null',
    tier: 'full',
    needs: ['keys/missing', 'keys/set-get'],
    why: 'Reading and writing in one step: nobody else can come between.',
    hint: 'The reply is the old value even though +OK would be true as well.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      const key = session.key('name');
      await client.expect(['SET', key, 'Ada', 'GET'], null);
      await client.expect(['SET', key, 'Grace', 'get'], 'Ada');
      await client.expect(['GET', key], 'Grace');
    },
  },
  {
    id: 'set/get-with-condition',
    title: 'GET goes with NX and XX: the reply is the old value, whether the new one was stored or not',
    tier: 'full',
    needs: ['set/get', 'set/nx', 'set/xx'],
    why: 'SET … NX GET tells in one step whether one has the lock, and who else has it.',
    hint: 'With GET the reply no longer says whether anything was stored.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      const key = session.key('lock');
      await client.expect(['SET', key, 'first', 'XX', 'GET'], null);
      await client.expect(['GET', key], null);
      await client.expect(['SET', key, 'first', 'NX', 'GET'], null);
      await client.expect(['GET', key], 'first');
      await client.expect(['SET', key, 'second', 'GET', 'NX'], 'first');
      await client.expect(['GET', key], 'first');
      await client.expect(['SET', key, 'third', 'GET', 'XX', 'EX', '100'], 'first');
      await client.expect(['GET', key], 'third');
    },
  },
  {
    id: 'set/wrong-combinations',
    title: 'Options that exclude each other, or lack their time, are a syntax error, and nothing is stored',
    tier: 'full',
    needs: ['set/ex-px', 'set/nx', 'set/xx', 'set/keepttl'],
    why: 'Of two contradictory wishes none is granted: the caller has made a mistake.',
    hint: 'NX excludes XX; of EX, PX, EXAT, PXAT and KEEPTTL there may be one.',
    steps: fromExpiry(unknown('TTL')),
    async run(session) {
      const client = await session.client();
      const key = session.key('name');
      await client.expect(['SET', key, 'old'], ok);
      await client.expect(['TTL', key], -1);
      const times = ['EX 10', 'PX 10', 'EXAT 9999999999', 'PXAT 9999999999999', 'KEEPTTL'];
      const pairs = times.flatMap((a) => times.filter((b) => a !== b).map((b) => `${a} ${b}`));
      const lacking = ['EX', 'PX', 'EXAT', 'PXAT', 'NX EX', 'EX 10 PX'];
      const wrong = [...pairs, ...lacking, 'NX XX', 'XX NX', 'XX GET NX', '10', 'EX10', 'KEEPTTL 10'];
      for (const options of wrong) {
        await client.expect(['SET', key, 'new', ...options.split(' ')], SYNTAX_ERROR);
      }
      await client.expect(['GET', key], 'old');
    },
  },
  {
    id: 'set/any-order',
    title: 'Options come in any order, and may be repeated',
    tier: 'full',
    needs: ['set/get-with-condition', 'set/ex-px'],
    why: 'Client libraries write them in an order of their own.',
    hint: 'Look at each word by itself, not at its place.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      const key = session.key('name');
      const { text, suits } = between(90, 100);
      await client.expect(['SET', key, 'one', 'EX', '100', 'NX', 'GET'], null);
      await client.expect(['SET', key, 'two', 'GET', 'XX', 'GET', 'EX', '7', 'EX', '100', 'XX'], 'one');
      await client.expectReply(['TTL', key], text, suits);
      await client.expect(['SET', key, 'EX', 'XX'], ok);
      await client.expect(['GET', key], 'EX');
    },
  },
  {
    id: 'set/no-integer',
    title: 'A time that is no 64-bit integer is an error, and nothing is stored',
    tier: 'full',
    needs: ['set/ex-px'],
    why: 'Ten seconds is what somebody meant by "10s", perhaps. A database does not guess.',
    hint: 'Redis is strict: no sign but −, no leading zeros, no spaces, no fraction.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      const key = session.key('name');
      const times = [
        'ten',
        '',
        '1.5',
        '1e3',
        ' 10',
        '10 ',
        '+10',
        '010',
        '0x10',
        '9223372036854775808',
        'EX',
      ];
      for (const option of ['EX', 'PX', 'EXAT', 'PXAT']) {
        for (const time of times) await client.expect(['SET', key, 'Ada', option, time], NO_INTEGER);
      }
      await client.expect(['GET', key], null);
    },
  },
  {
    id: 'set/invalid-time',
    title: 'A time of zero or less, or beyond 64 bits of milliseconds, is an error, and nothing is stored',
    tier: 'full',
    needs: ['set/no-integer'],
    why: 'Overflow turns a deadline in the far future into one in the past.',
    hint: 'Check before you multiply seconds by 1000, and before you add the time of day.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      const key = session.key('name');
      for (const option of ['EX', 'PX', 'EXAT', 'PXAT']) {
        for (const time of ['0', '-1', `-${MAX_INT64}`]) {
          await client.expect(['SET', key, 'Ada', option, time], INVALID_TIME);
        }
      }
      for (const option of ['EX', 'PX', 'EXAT']) {
        await client.expect(['SET', key, 'Ada', option, MAX_INT64], INVALID_TIME);
      }
      await client.expect(['SET', key, 'Ada', 'EX', '9223372036854776'], INVALID_TIME);
      await client.expect(['GET', key], null);
    },
  },
];
