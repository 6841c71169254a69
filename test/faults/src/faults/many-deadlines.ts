import { setTimeout as sleep } from 'node:timers/promises';
import { type Exchange, exchangeAll } from '../client/batches.ts';
import { Connection } from '../client/connection.ts';
import { bulk, integer, NULL, OK, request } from '../client/wire-format.ts';
import { achieved, exactly } from '../findings.ts';
import { count } from '../output/format.ts';
import { type Fault, scaled } from './fault.ts';

const KEYS = 1_000_000;
const FAR_MS = 1_000_000;
const SOON_MS = 2000;

/** What a key must be: its value and when it expires, in ms since 1970; −1 means never. */
type Entry = { value: string; deadline: number };

/** A table that loses, keeps or mixes up a key among a million is seen here. */
export const manyDeadlines: Fault = {
  name: 'deadlines',
  title: '1,000,000 keys with deadlines, half overwritten, half of the rest expire',
  needs: 'deadlines',
  leaves: 'server',
  async strike(server, scale) {
    const model = new Map<string, Entry>();
    const keys = Array.from({ length: scaled(KEYS, scale) }, (_, index) => `key:${index}`);
    const client = await Connection.open(server);
    try {
      const far = Date.now() + FAR_MS;
      await exchangeAll(client, store(keys, far, model));
      const soon = Date.now() + SOON_MS;
      await exchangeAll(client, hasten(keys, soon, model));
      await exchangeAll(client, overwrite(keys, far + 1, model));
      // Some have been deleted by the server, and the others are still there: it must not show.
      await sleep(Math.max(0, soon + 1 - Date.now()));
      for (const [key, { deadline }] of model) if (deadline === soon) model.delete(key);
      const right = await exchangeAll(client, read(keys, model));
      await client.ask(request('DBSIZE'), integer(model.size));
      return [
        exactly('right replies to GET and PEXPIRETIME, by a Map', right, 2 * keys.length),
        achieved('then DBSIZE is right', count(model.size)),
      ];
    } finally {
      client.leave();
    }
  },
};

function* store(keys: string[], far: number, model: Map<string, Entry>): Generator<Exchange> {
  for (const key of keys) {
    model.set(key, { value: `first of ${key}`, deadline: far });
    yield [request('SET', key, `first of ${key}`, 'PXAT', String(far)), OK];
  }
}

/** Every other key gets a deadline that is near; if it is over already, that deletes the key at once. */
function* hasten(keys: string[], soon: number, model: Map<string, Entry>): Generator<Exchange> {
  for (const [index, key] of keys.entries()) {
    if (index % 2 === 0) continue;
    model.set(key, { value: `first of ${key}`, deadline: soon });
    yield [request('PEXPIREAT', key, String(soon)), integer(1)];
  }
}

/** Every other pair of keys is overwritten: expired or not, what comes of it is the same. */
function* overwrite(keys: string[], later: number, model: Map<string, Entry>): Generator<Exchange> {
  for (const [index, key] of keys.entries()) {
    if (index % 4 > 1) continue;
    const value = `second of ${key}`;
    const keeps = index % 8 === 0;
    const isTimeless = index % 8 === 1 || index % 8 === 4;
    const deadline = keeps ? (model.get(key)?.deadline ?? -1) : isTimeless ? -1 : later;
    const options = keeps ? ['KEEPTTL'] : isTimeless ? [] : ['PXAT', String(later)];
    model.set(key, { value, deadline });
    yield [request('SET', key, value, ...options), OK];
  }
}

function* read(keys: string[], model: Map<string, Entry>): Generator<Exchange> {
  for (const key of keys) {
    const entry = model.get(key);
    yield [request('GET', key), entry ? bulk(entry.value) : NULL];
    yield [request('PEXPIRETIME', key), integer(entry ? entry.deadline : -2)];
  }
}
