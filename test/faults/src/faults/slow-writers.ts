import { Connection } from '../client/connection.ts';
import { leaveAll, openMany } from '../client/crowd.ts';
import { SlowWriting } from '../client/slow-writing.ts';
import { bulk, OK, PING, PONG, request } from '../client/wire-format.ts';
import { atMost, exactly } from '../findings.ts';
import { ratio } from '../output/format.ts';
import { type Fault, scaled } from './fault.ts';

const WRITERS = 500;
const MOST_RATIO = 2;
const ROUNDS = 5;
const ROUND_MS = 1000;
/** A busy machine slows one round and not another: so often it is tried again. */
const TRIES = 4;
const MESSAGE = 'x'.repeat(60);

/** Each byte is a chunk of its own, and a request that comes in many must not hold up others. */
export const slowWriters: Fault = {
  name: 'slow-writers',
  title: '500 clients write a byte a second',
  leaves: 'server',
  async strike(server, scale) {
    const writers = await openMany(server, scaled(WRITERS, scale));
    const slowly = new SlowWriting(writers, request('PING', MESSAGE), bulk(MESSAGE));
    const busy = await Connection.open(server);
    try {
      await busy.ask(request('SET', 'key', 'value'), OK);
      let slowdown = Infinity;
      for (let tried = 0; tried < TRIES && slowdown > MOST_RATIO; tried++) {
        slowdown = await measureSlowdown(busy, slowly, ROUND_MS * scale);
      }
      return [
        atMost('p99 of PING and GET, in times the quiet one', slowdown, MOST_RATIO, ratio),
        exactly('slow writers with the right reply in the end', await slowly.finish(), writers.length),
      ];
    } finally {
      slowly.pause();
      leaveAll([...writers, busy]);
    }
  },
};

/** The median of the p99 beside the writers over that without them, in rounds by turns. */
async function measureSlowdown(busy: Connection, slowly: SlowWriting, duration: number): Promise<number> {
  const [quiet, loaded]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    quiet.push(await p99(busy, duration));
    slowly.goOn();
    loaded.push(await p99(busy, duration));
    slowly.pause();
  }
  return quantile(loaded, 0.5) / quantile(quiet, 0.5);
}

/** The wait in ms that one of a hundred requests exceeds. */
async function p99(busy: Connection, duration: number): Promise<number> {
  const waits: number[] = [];
  const end = performance.now() + duration;
  for (let asked = performance.now(); asked < end; asked = performance.now()) {
    await busy.ask(PING, PONG);
    const replied = performance.now();
    await busy.ask(request('GET', 'key'), bulk('value'));
    waits.push(replied - asked, performance.now() - replied);
  }
  return quantile(waits, 0.99);
}

function quantile(figures: number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * sorted.length)] ?? NaN;
}
