import { once } from 'node:events';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { expires, stores } from '../src/speakers.ts';
import { visitEachSpeaker } from '../src/visit.ts';

type Way = { call: string; options: { protocol?: 2 | 3 }; protocol: 2 | 3 };

const ways: Way[] = [
  { call: 'new Redis(port)', options: {}, protocol: 3 },
  { call: 'new Redis(port, { protocol: 2 })', options: { protocol: 2 }, protocol: 2 },
  { call: 'new Redis(port, { protocol: 3 })', options: { protocol: 3 }, protocol: 3 },
];

visitEachSpeaker((step, port) => {
  describe.for(ways)('$call', ({ options, protocol }) => {
    let redis: Redis;
    const onError = vi.fn();

    beforeEach(async () => {
      redis = new Redis(port(), options);
      onTestFinished(() => redis.disconnect());
      redis.on('error', onError);
      // As it comes, it does not mind a server that hangs up: it connects again, and says nothing.
      redis.on('reconnecting', () => redis.emit('error', new Error('The server has hung up')));
      await once(redis, 'ready');
    });
    afterEach(async () => {
      expect(onError).not.toHaveBeenCalled();
      expect(await redis.quit()).toBe('OK');
    });

    test(`speaks RESP${protocol} and is answered`, async () => {
      expect(`${await redis.call('HELLO')}`).toContain(`,proto,${protocol},`);
      expect(await redis.ping()).toBe('PONG');
      expect(await redis.ping('anyone?')).toBe('anyone?');
      expect(await redis.echo('hello world')).toBe('hello world');
      await expect(redis.call('NOPE')).rejects.toThrow("ERR unknown command 'NOPE'");
    });

    if (stores(step)) {
      test('gets what it has set, until it deletes it', async () => {
        expect(await redis.set('name', 'Ada')).toBe('OK');
        expect(await redis.get('name')).toBe('Ada');
        expect(await redis.exists('name', 'nobody')).toBe(1);
        expect(await redis.del('name', 'nobody')).toBe(1);
        expect(await redis.get('name')).toBeNull();
      });

      test('gets a reply to each request of a pipeline, in order', async () => {
        const pipeline = redis.pipeline().set('one', '1').set('two', '2').get('one').get('none').get('two');
        const replies = await pipeline.del('one', 'two').exec();
        expect(replies?.map(([, reply]) => reply)).toEqual(['OK', 'OK', '1', null, '2', 2]);
      });

      test('gets every byte back as it was', async () => {
        const everyByte = Buffer.from([...Array(256).keys()]);
        await redis.set(everyByte, everyByte);
        expect(await redis.getBuffer(everyByte)).toEqual(everyByte);
      });
    }

    if (expires(step)) {
      test('sets a deadline, keeps it, moves it, and sees the key expire', async () => {
        await redis.set('session', 'Ada', 'EX', 100);
        expect(await redis.ttl('session')).toBeCloseTo(100, -1);
        await redis.set('session', 'Grace', 'KEEPTTL');
        expect(await redis.ttl('session')).toBeCloseTo(100, -1);
        expect(await redis.expire('session', 500)).toBe(1);
        expect(await redis.ttl('session')).toBeCloseTo(500, -1);
        expect(await redis.pexpire('session', 1)).toBe(1);
        await expect.poll(() => redis.get('session'), { interval: 5 }).toBeNull();
      });
    }
  });
});
