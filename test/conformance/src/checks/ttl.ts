import type { Check } from '../check.ts';
import { error, ok } from '../resp.ts';
import { fromExpiry, saysSyntaxError, unknown } from './cells.ts';
import { between } from './set-options.ts';

const MAX_INT64 = '9223372036854775807';
const CENTURY = 100 * 365 * 24 * 3600;

export const ttlChecks: Check[] = [
  {
    id: 'ttl/none',
    title: 'TTL and PTTL say −2 if there is no such key, −1 if it never expires',
    tier: 'core',
    needs: ['keys/set-get'],
    why: 'A program has to tell "gone" from "stays for ever".',
    hint: 'First ask whether there is such a key, then whether it has a deadline.',
    steps: fromExpiry(unknown('TTL'), 'TTL'),
    async run(session) {
      const client = await session.client();
      const key = session.key('name');
      for (const command of ['TTL', 'PTTL']) {
        await client.expect([command, session.key('nobody')], -2);
        await client.expect(['SET', key, 'Ada'], ok);
        await client.expect([command, key], -1);
      }
    },
  },
  {
    id: 'ttl/ttl-pttl',
    title: 'TTL counts seconds, PTTL milliseconds',
    tier: 'core',
    needs: ['ttl/none'],
    why: 'Both look at the same deadline.',
    hint: 'Keep the moment at which a key expires, in ms, 1000 a second; subtract the time of day when asked.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      await client.expect(['SET', key, 'Ada', 'EX', '1000'], ok);
      const [seconds, milliseconds] = [between(990, 1000), between(990_000, 1_000_000)];
      await client.expectReply(['TTL', key], seconds.text, seconds.suits);
      await client.expectReply(['PTTL', key], milliseconds.text, milliseconds.suits);
    },
  },
  {
    id: 'ttl/rounding',
    title: 'TTL rounds to the nearest second',
    tier: 'full',
    needs: ['ttl/ttl-pttl', 'expire/pexpireat'],
    why: 'A key with 1.7 seconds to live has about 2, not 1.',
    hint: 'Add 500 ms before you divide by 1000.',
    steps: fromExpiry(unknown('PEXPIREAT')),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      await client.expect(['SET', key, 'Ada'], ok);
      await client.expect(['PEXPIREAT', key, '33177117420499'], 1);
      await client.expect(['EXPIRETIME', key], 33_177_117_420);
      await client.expect(['PEXPIREAT', key, '33177117420500'], 1);
      await client.expect(['EXPIRETIME', key], 33_177_117_421);
      await client.expect(['SET', key, 'Ada', 'PX', '99800'], ok);
      const { text, suits } = between(91, 100);
      await client.expectReply(['TTL', key], text, suits);
    },
  },
  {
    id: 'ttl/expiretime',
    title: 'EXPIRETIME and PEXPIRETIME say at which moment a key expires, −2 and −1 as TTL does',
    tier: 'full',
    needs: ['ttl/none', 'expire/pexpireat'],
    why: 'A moment can be copied to another key, or another server, without an error that grows.',
    hint: 'The deadline as it is kept, in seconds or milliseconds since 1970.',
    steps: fromExpiry(unknown('EXPIRETIME'), 'EXPIRETIME'),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      for (const command of ['EXPIRETIME', 'PEXPIRETIME']) {
        await client.expect([command, session.key('nobody')], -2);
        await client.expect(['SET', key, 'Ada'], ok);
        await client.expect([command, key], -1);
      }
      await client.expect(['PEXPIREAT', key, '33177117420000'], 1);
      await client.expect(['EXPIRETIME', key], 33_177_117_420);
      await client.expect(['PEXPIRETIME', key], 33_177_117_420_000);
    },
  },
  {
    id: 'expire/returns',
    title: 'EXPIRE gives a key a deadline and returns 1, or 0 if there is no such key',
    tier: 'core',
    needs: ['ttl/ttl-pttl'],
    why: 'A key that is already stored can be given a time to live.',
    hint: 'The value stays as it is; a deadline that is there is replaced.',
    steps: fromExpiry(unknown('EXPIRE'), 'EXPIRE'),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      await client.expect(['EXPIRE', key, '100'], 0);
      await client.expect(['SET', key, 'Ada'], ok);
      for (const seconds of [100, 5000, 100]) {
        await client.expect(['EXPIRE', key, `${seconds}`], 1);
        const { text, suits } = between(seconds - 10, seconds);
        await client.expectReply(['TTL', key], text, suits);
      }
      await client.expect(['GET', key], 'Ada');
    },
  },
  {
    id: 'expire/pexpire',
    title: 'PEXPIRE takes milliseconds',
    tier: 'full',
    needs: ['expire/returns'],
    why: 'A tenth of a second is a long time for a lock.',
    hint: 'Like EXPIRE, without the factor of 1000.',
    steps: fromExpiry(unknown('PEXPIRE'), 'PEXPIRE'),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      await client.expect(['PEXPIRE', key, '100000'], 0);
      await client.expect(['SET', key, 'Ada'], ok);
      await client.expect(['PEXPIRE', key, '100000'], 1);
      const { text, suits } = between(90_000, 100_000);
      await client.expectReply(['PTTL', key], text, suits);
    },
  },
  {
    id: 'expire/expireat',
    title: 'EXPIREAT takes a moment, in seconds since 1970',
    tier: 'full',
    needs: ['expire/returns'],
    why: '"At midnight" is a deadline that one knows in advance.',
    hint: 'Like EXPIRE, without adding the time of day.',
    steps: fromExpiry(unknown('EXPIREAT'), 'EXPIREAT'),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      await client.expect(['EXPIREAT', key, '33177117420'], 0);
      await client.expect(['SET', key, 'Ada'], ok);
      await client.expect(['EXPIREAT', key, '33177117420'], 1);
      await client.expect(['PEXPIRETIME', key], 33_177_117_420_000);
    },
  },
  {
    id: 'expire/pexpireat',
    title: 'PEXPIREAT takes a moment, in milliseconds since 1970',
    tier: 'full',
    needs: ['expire/returns'],
    why: 'Redis itself writes deadlines so when it sends them to a replica.',
    hint: 'The number is kept as it is.',
    steps: fromExpiry(unknown('PEXPIREAT'), 'PEXPIREAT'),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      await client.expect(['PEXPIREAT', key, '33177117420123'], 0);
      await client.expect(['SET', key, 'Ada'], ok);
      await client.expect(['PEXPIREAT', key, '33177117420123'], 1);
      await client.expect(['PEXPIRETIME', key], 33_177_117_420_123);
    },
  },
  {
    id: 'expire/past-deletes',
    title: 'A deadline that has passed deletes the key at once, and returns 1',
    tier: 'core',
    needs: ['expire/returns'],
    why: 'Zero or negative seconds are what is left when a program is late.',
    hint: 'Unlike SET, EXPIRE takes zero and negative numbers.',
    steps: fromExpiry(unknown('EXPIRE')),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      const requests = [
        ['EXPIRE', '0'],
        ['EXPIRE', '-1'],
        ['PEXPIRE', '-1'],
        ['EXPIREAT', '1'],
        ['PEXPIREAT', '1'],
      ];
      for (const [command = '', time = ''] of requests) {
        await client.expect(['SET', key, 'Ada'], ok);
        await client.expect([command, key, time], 1);
        await client.expect(['GET', key], null);
        await client.expect(['TTL', key], -2);
      }
    },
  },
  {
    id: 'expire/conditions',
    title:
      'EXPIRE takes NX, XX, GT and LT: only without, only with, only to a later, only to an earlier deadline',
    tier: 'full',
    needs: ['expire/pexpireat', 'ttl/expiretime'],
    why: 'To prolong a session but never to shorten it takes one step, not three.',
    hint: 'A key without a deadline counts as one that expires at the end of time.',
    steps: fromExpiry(unknown('PEXPIREAT')),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      const at = async (time: number, condition: string, reply: number, then: number) => {
        await client.expect(['PEXPIREAT', key, `${time}`, ...condition.split(' ')], reply);
        await client.expect(['PEXPIRETIME', key], then);
      };
      const [early, late, later] = [33_000_000_000_000, 33_100_000_000_000, 33_200_000_000_000];
      await client.expect(['SET', key, 'Ada'], ok);
      await at(late, 'XX', 0, -1);
      await at(late, 'GT', 0, -1);
      await at(late, 'NX', 1, late);
      await at(later, 'nx', 0, late);
      await at(early, 'GT', 0, late);
      await at(late, 'GT', 0, late);
      await at(later, 'gt', 1, later);
      await at(later, 'LT', 0, later);
      await at(early, 'LT', 1, early);
      await at(late, 'XX GT', 1, late);
      await at(early, 'LT XX', 1, early);
      await client.expect(['SET', key, 'Ada'], ok);
      await at(late, 'LT', 1, late);
    },
  },
  {
    id: 'expire/wrong-options',
    title: 'Conditions that exclude each other, or that there are not, are errors that say so',
    tier: 'full',
    needs: ['expire/conditions'],
    why: 'What cannot be meant should not be done.',
    hint: 'NX goes with no other; GT and LT exclude each other. Unknown words are reported first.',
    steps: fromExpiry(unknown('EXPIRE')),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      await client.expect(['SET', key, 'Ada'], ok);
      const nx = error('ERR NX and XX, GT or LT options at the same time are not compatible');
      const gtLt = error('ERR GT and LT options at the same time are not compatible');
      for (const options of ['NX XX', 'GT NX', 'nx lt', 'NX GT LT']) {
        await client.expect(['EXPIRE', key, '100', ...options.split(' ')], nx);
      }
      for (const options of ['GT LT', 'LT XX GT']) {
        await client.expect(['EXPIRE', key, '100', ...options.split(' ')], gtLt);
      }
      await client.expect(['EXPIRE', key, '100', 'Soon'], error('ERR Unsupported option Soon'));
      await client.expect(['EXPIRE', key, '100', 'NX', 'XX', 'x'], error('ERR Unsupported option x'));
      await client.expect(['TTL', key], -1);
    },
  },
  {
    id: 'expire/no-integer',
    title: 'EXPIRE and its kin refuse a time that is no integer, or overflows, and change nothing',
    tier: 'full',
    needs: ['expire/pexpireat', 'expire/expireat', 'expire/pexpire'],
    why: 'A deadline that overflows lies in the past: the key would be gone.',
    hint: "-ERR value is not an integer or out of range; -ERR invalid expire time in 'expire' command.",
    steps: fromExpiry(unknown('EXPIRE')),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      await client.expect(['SET', key, 'Ada'], ok);
      for (const command of ['EXPIRE', 'PEXPIRE', 'EXPIREAT', 'PEXPIREAT']) {
        for (const time of ['ten', '', '1.5', '010', '+10', '9223372036854775808', '-9223372036854775809']) {
          const problem = error('ERR value is not an integer or out of range');
          await client.expect([command, key, time], problem);
        }
        if (command === 'PEXPIREAT') continue;
        const invalid = error(`ERR invalid expire time in '${command.toLowerCase()}' command`);
        await client.expect([command, key, MAX_INT64], invalid);
        if (command !== 'PEXPIRE') await client.expect([command, key, `-${MAX_INT64}`], invalid);
      }
      await client.expect(['TTL', key], -1);
    },
  },
  {
    id: 'expire/arity',
    title: 'The commands about deadlines refuse a wrong number of arguments',
    tier: 'full',
    needs: ['keys/arity'],
    why: 'EXPIRE without a time is a mistake.',
    hint: 'Put them into the same table as the others, with their arity.',
    steps: fromExpiry(unknown('EXPIRE'), 'EXPIRE'),
    async run(session) {
      const client = await session.client();
      const requests = [
        ['EXPIRE', 'a'],
        ['PEXPIRE', 'a'],
        ['EXPIREAT', 'a'],
        ['PEXPIREAT', 'a'],
        ['TTL'],
        ['PTTL', 'a', 'b'],
      ];
      for (const request of [
        ...requests,
        ['EXPIRETIME'],
        ['PEXPIRETIME'],
        ['PERSIST'],
        ['PERSIST', 'a', 'b'],
      ]) {
        const name = request[0]?.toLowerCase();
        await client.expect(request, error(`ERR wrong number of arguments for '${name}' command`));
      }
    },
  },
  {
    id: 'expire/century',
    title: 'A deadline in a hundred years is kept, and the key stays',
    tier: 'full',
    needs: ['expire/returns', 'set/ex-px'],
    why: 'A timer of 32 bits of milliseconds ends after 25 days; set to more, it may fire at once.',
    hint: 'Do not set a timer for each key: compare the deadline with the time of day.',
    steps: fromExpiry(unknown('EXPIRE')),
    async run(session) {
      const client = await session.client();
      const [key, other] = [session.key('contract'), session.key('treaty')];
      const { text, suits } = between(CENTURY - 10, CENTURY);
      await client.expect(['SET', key, 'Ada'], ok);
      await client.expect(['EXPIRE', key, `${CENTURY}`], 1);
      await client.expect(['SET', other, 'Ada', 'PX', `${CENTURY}000`], ok);
      await client.wire.expectSilence(50);
      for (const each of [key, other]) {
        await client.expect(['GET', each], 'Ada');
        await client.expectReply(['TTL', each], text, suits);
      }
    },
  },
  {
    id: 'expire/far-future',
    title: 'The last millisecond that 64 bits can count is a deadline like any other',
    tier: 'full',
    needs: ['expire/pexpireat', 'ttl/expiretime', 'set/exat-pxat'],
    why: 'Numbers in many languages lose their last digits long before: 2⁵³ in JavaScript.',
    hint: 'Keep deadlines as 64-bit integers.',
    steps: fromExpiry(unknown('PEXPIREAT')),
    async run(session) {
      const client = await session.client();
      const key = session.key('stone');
      const suits = (reply: string) => reply === `:${MAX_INT64}\r\n`;
      await client.expect(['SET', key, 'Ada'], ok);
      await client.expect(['PEXPIREAT', key, MAX_INT64], 1);
      await client.expectReply(['PEXPIRETIME', key], MAX_INT64, suits);
      await client.expect(['SET', key, 'Ada', 'PXAT', MAX_INT64], ok);
      await client.expectReply(['PEXPIRETIME', key], MAX_INT64, suits);
    },
  },
  {
    id: 'expire/persist',
    title: 'PERSIST takes the deadline away and returns 1, or 0 if there is none',
    tier: 'core',
    needs: ['expire/returns'],
    why: 'What was meant for a while may turn out to be worth keeping.',
    hint: 'No such key, or no deadline: 0.',
    steps: fromExpiry(unknown('PERSIST'), 'PERSIST'),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      await client.expect(['PERSIST', key], 0);
      await client.expect(['SET', key, 'Ada'], ok);
      await client.expect(['PERSIST', key], 0);
      await client.expect(['EXPIRE', key, '100'], 1);
      await client.expect(['PERSIST', key], 1);
      await client.expect(['TTL', key], -1);
      await client.expect(['GET', key], 'Ada');
    },
  },
];
