import { setTimeout as sleep } from 'node:timers/promises';
import type { Check } from '../check.ts';
import type { Client } from '../client.ts';
import { Mismatch, TooSlow } from '../mismatch.ts';
import { ok } from '../resp.ts';
import { fromExpiry, saysSyntaxError, unknown } from './cells.ts';

/** How far the clocks of client and server may be apart in rounding, in ms. */
const TOLERANCE = 5;

/** When a request was sent and when it was answered: it was carried out somewhere in between. */
async function timed(request: () => Promise<void>): Promise<{ sent: number; answered: number }> {
  const sent = performance.now();
  await request();
  return { sent, answered: performance.now() };
}

/**
 * Gives a key so many ms to live, and expects it to be there shortly before, and gone right after.
 * All that is asserted follows from when our own requests were sent and answered, however slow the
 * machine is; if it was too slow to ask in time, that is said, and the check is run again.
 */
async function livesFor(client: Client, key: string, ms: number, give: () => Promise<void>): Promise<void> {
  const given = await timed(give);
  const [earliest, latest] = [given.sent + ms - TOLERANCE, given.answered + ms + TOLERANCE];
  await sleep(given.answered + ms * 0.8 - performance.now());
  const before = await timed(() =>
    client.expect(['GET', key], 'Ada').catch((error) => {
      if (error instanceof Mismatch && performance.now() >= earliest)
        throw new TooSlow(`asked after ${ms} ms`);
      throw error;
    }),
  );
  if (before.answered >= earliest)
    throw new TooSlow(`the machine was too slow to ask before ${ms} ms were over`);
  await sleep(latest - performance.now());
  await client.expect(['GET', key], null);
}

/** Stores a key that expires, and waits until it has. */
async function expired(client: Client, key: string): Promise<void> {
  const { answered } = await timed(() => client.expect(['SET', key, 'Ada', 'PX', '20'], ok));
  await sleep(answered + 20 + TOLERANCE - performance.now());
}

export const expiryChecks: Check[] = [
  {
    id: 'expiry/px',
    title: 'A key with PX is there until its milliseconds are over, and gone right after',
    tier: 'core',
    needs: ['set/ex-px'],
    why: 'Not early: a lock would be held by two. Not late: a password would work too long.',
    hint: 'Look at the deadline whenever a key is read. A timer alone is late when the server is busy.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      for (const ms of [250, 60]) {
        const key = session.key(`session of ${ms} ms`);
        await livesFor(client, key, ms, () => client.expect(['SET', key, 'Ada', 'PX', `${ms}`], ok));
      }
    },
  },
  {
    id: 'expiry/seconds',
    title: 'EX 1 and EXPIRE 1 are a second, neither less nor more',
    tier: 'core',
    needs: ['expiry/px', 'expire/returns'],
    why: 'Taken for milliseconds, a session of an hour ends after 3.6 seconds.',
    hint: 'A second has 1000 ms.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const [one, two] = [await session.client(), await session.client()];
      const [set, given] = [session.key('set'), session.key('given')];
      await one.expect(['SET', given, 'Ada', 'EX', '100'], ok);
      await Promise.all([
        livesFor(one, set, 1000, () => one.expect(['SET', set, 'Ada', 'EX', '1'], ok)),
        livesFor(two, given, 1000, () => two.expect(['EXPIRE', given, '1'], 1)),
      ]);
    },
  },
  {
    id: 'expiry/only-that-key',
    title: 'When a key expires, the others stay',
    tier: 'core',
    needs: ['expiry/px'],
    why: 'A server that clears everything at once passes more tests than one would think.',
    hint: 'Each key has a deadline of its own.',
    steps: fromExpiry(unknown('TTL')),
    async run(session) {
      const client = await session.client();
      const [free, long] = [session.key('free'), session.key('long')];
      await client.expect(['SET', free, 'Grace'], ok);
      await client.expect(['TTL', free], -1);
      await client.expect(['SET', long, 'Grace', 'PX', '100000'], ok);
      await expired(client, session.key('short'));
      await client.expect(['GET', session.key('short')], null);
      await client.expect(['GET', free], 'Grace');
      await client.expect(['GET', long], 'Grace');
    },
  },
  {
    id: 'expiry/exists',
    title: 'An expired key does not exist: EXISTS, TTL and EXPIRE say so',
    tier: 'core',
    needs: ['expiry/px', 'keys/exists'],
    why: 'GET is not the only one who asks.',
    hint: 'Have one place where keys are looked up, and the deadline looked at there.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      const requests: [string[], number][] = [
        [['EXISTS'], 0],
        [['TTL'], -2],
        [['PEXPIRETIME'], -2],
        [['PERSIST'], 0],
        [['EXPIRE', '100'], 0],
      ];
      for (const [[command = '', ...more], reply] of requests) {
        const key = session.key(command);
        await expired(client, key);
        await client.expect([command, key, ...more], reply);
      }
    },
  },
  {
    id: 'expiry/del',
    title: 'An expired key cannot be deleted any more: DEL returns 0',
    tier: 'full',
    needs: ['expiry/px', 'keys/del'],
    why: 'Whether DEL found the key tells who was first.',
    hint: 'DEL looks keys up as GET does.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      await expired(client, key);
      await client.expect(['DEL', key], 0);
    },
  },
  {
    id: 'expiry/set-conditions',
    title: 'For SET an expired key is not there: NX stores, XX does not, GET returns null',
    tier: 'full',
    needs: ['expiry/px', 'set/nx', 'set/xx', 'set/get'],
    why: 'A lock that has expired must be free.',
    hint: 'SET looks at the old value through the same look-up as GET.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      const [nx, xx, get] = [session.key('nx'), session.key('xx'), session.key('get')];
      await expired(client, nx);
      await client.expect(['SET', nx, 'new', 'NX'], ok);
      await client.expect(['TTL', nx], -1);
      await expired(client, xx);
      await client.expect(['SET', xx, 'new', 'XX'], null);
      await expired(client, get);
      await client.expect(['SET', get, 'new', 'GET'], null);
      await client.expect(['GET', get], 'new');
    },
  },
  {
    id: 'expiry/keepttl',
    title: 'KEEPTTL does not revive the deadline of a key that has expired',
    tier: 'full',
    needs: ['expiry/px', 'set/keepttl'],
    why: 'The new value would be gone before anybody could read it.',
    hint: 'When a key expires, its deadline goes with it.',
    steps: fromExpiry(saysSyntaxError),
    async run(session) {
      const client = await session.client();
      const key = session.key('session');
      await expired(client, key);
      await client.expect(['SET', key, 'new', 'KEEPTTL'], ok);
      await client.expect(['GET', key], 'new');
      await client.expect(['TTL', key], -1);
    },
  },
  {
    id: 'expiry/active',
    title: 'Expired keys go away even if nobody asks for them: DBSIZE falls',
    tier: 'core',
    needs: ['expiry/px', 'keys/flush-and-size'],
    why: 'Most keys with a deadline are never asked for again. They would fill the memory.',
    hint: 'Look at some keys every now and then, and do not always begin with the same.',
    steps: fromExpiry({ kind: 'says', bytes: '-ERR syntax error\r\n' }, 'FLUSHALL'),
    async run(session) {
      const client = await session.client();
      const keys = (kind: string, count: number) => Array.from({ length: count }, (_, i) => `${kind} ${i}`);
      const store = async (names: string[], ...options: string[]) =>
        client.expectAll(
          names.map((name) => ['SET', name, 'Ada', ...options]),
          names.map(() => ok),
        );
      await client.expect(['FLUSHALL'], ok);
      await store(keys('first', 50), 'EX', '1000');
      await store(keys('short', 200), 'PX', '30');
      await store(keys('last', 50), 'EX', '1000');
      const end = performance.now() + 10_000;
      for (let size = ''; size !== ':100\r\n' && performance.now() < end; ) {
        await sleep(20);
        size = await client.expectReply(['DBSIZE'], 'an integer', (reply) => reply.startsWith(':'));
      }
      await client.expect(['DBSIZE'], 100);
      await client.expect(['FLUSHALL'], ok);
    },
  },
];
