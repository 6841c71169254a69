import { once } from 'node:events';
import { createClient, RESP_TYPES } from 'redis';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { expires, stores } from '../src/speakers.ts';
import { visitEachSpeaker } from '../src/visit.ts';

type Way = { call: string; options: { RESP?: 2 | 3 }; protocol: 2 | 3 };

const ways: Way[] = [
  { call: 'createClient({ url })', options: {}, protocol: 3 },
  { call: 'createClient({ url, RESP: 2 })', options: { RESP: 2 }, protocol: 2 },
  { call: 'createClient({ url, RESP: 3 })', options: { RESP: 3 }, protocol: 3 },
];

visitEachSpeaker((step, port) => {
  describe.for(ways)('$call', ({ options, protocol }) => {
    let client: ReturnType<typeof clientFor>;
    const clientFor = () => createClient({ url: `redis://localhost:${port()}`, ...options });
    const onError = vi.fn();

    beforeEach(async () => {
      client = clientFor();
      onTestFinished(() => client.destroy());
      client.on('error', onError);
      // As it comes, it tries to connect for as long as it takes; here, the first error is the last.
      await Promise.all([client.connect(), once(client, 'ready')]);
    });
    afterEach(async () => {
      expect(onError).not.toHaveBeenCalled();
      await client.close();
    });

    test(`speaks RESP${protocol} and is answered`, async () => {
      expect(await client.hello()).toMatchObject({ proto: protocol });
      expect(await client.ping()).toBe('PONG');
      expect(await client.ping('anyone?')).toBe('anyone?');
      expect(await client.echo('hello world')).toBe('hello world');
      await expect(client.sendCommand(['NOPE'])).rejects.toThrow("ERR unknown command 'NOPE'");
    });

    if (stores(step)) {
      test('gets what it has set, until it deletes it', async () => {
        expect(await client.set('name', 'Ada')).toBe('OK');
        expect(await client.get('name')).toBe('Ada');
        expect(await client.exists(['name', 'nobody'])).toBe(1);
        expect(await client.del(['name', 'nobody'])).toBe(1);
        expect(await client.get('name')).toBeNull();
      });

      test('gets a reply to each request of a pipeline, in order', async () => {
        const pipeline = client.multi().set('one', '1').set('two', '2').get('one').get('none').get('two');
        const replies = await pipeline.del(['one', 'two']).execAsPipeline();
        expect(replies).toEqual(['OK', 'OK', '1', null, '2', 2]);
      });

      test('gets every byte back as it was', async () => {
        const everyByte = Buffer.from([...Array(256).keys()]);
        await client.set(everyByte, everyByte);
        const bytes = client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
        expect(await bytes.get(everyByte)).toEqual(everyByte);
      });
    }

    if (expires(step)) {
      test('sets a deadline, keeps it, moves it, and sees the key expire', async () => {
        await client.set('session', 'Ada', { expiration: { type: 'EX', value: 100 } });
        expect(await client.ttl('session')).toBeCloseTo(100, -1);
        await client.set('session', 'Grace', { expiration: 'KEEPTTL' });
        expect(await client.ttl('session')).toBeCloseTo(100, -1);
        expect(await client.expire('session', 500)).toBe(1);
        expect(await client.ttl('session')).toBeCloseTo(500, -1);
        expect(await client.pExpire('session', 1)).toBe(1);
        await expect.poll(() => client.get('session'), { interval: 5 }).toBeNull();
      });
    }
  });
});
