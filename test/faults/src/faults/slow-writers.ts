import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '../client/connection.ts';
import { leaveAll, openMany } from '../client/crowd.ts';
import { SlowWriting } from '../client/slow-writing.ts';
import { bulk, OK, PING, PONG, request } from '../client/wire-format.ts';
import { atMost, exactly } from '../findings.ts';
import { ratio } from '../output/format.ts';
import { type Fault, scaled } from './fault.ts';

const WRITERS = 500;
const MOST_RATIO = 2;
const ROUNDS = 3;
const ROUND_MS = 1000;
/** Few writers write seldom. */
const SHORTEST_ROUND_MS = 200;
/** What writers did lasts for a moment. */
const SETTLING_MS = 200;
/** A busy machine slows one round and not another: so often it is tried again. */
const TRIES = 3;
const MESSAGE = 'x'.repeat(60);

/** How long one waits for a reply, in ms. One wait of a thousand may take half of the time: p99 does not see it. */
type Waits = { p99: number; mean: number };

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
      const roundMs = Math.max(SHORTEST_ROUND_MS, ROUND_MS * scale);
      let slowdown: Waits = { p99: Infinity, mean: Infinity };
      for (let tried = 0; tried < TRIES && Math.max(slowdown.p99, slowdown.mean) > MOST_RATIO; tried++) {
        slowdown = await measureSlowdown(busy, slowly, roundMs);
      }
      return [
        atMost('p99 of PING and GET, in times the quiet one', slowdown.p99, MOST_RATIO, ratio),
        atMost('how many times as long they take on average', slowdown.mean, MOST_RATIO, ratio),
        exactly('slow writers with the right reply in the end', await slowly.finish(), writers.length),
      ];
    } finally {
      slowly.pause();
      leaveAll([...writers, busy]);
    }
  },
};

/** The medians beside the writers over those without them, in rounds by turns. */
async function measureSlowdown(busy: Connection, slowly: SlowWriting, roundMs: number): Promise<Waits> {
  const [quiet, loaded]: [Waits[], Waits[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    quiet.push(await measureWaits(busy, roundMs));
    slowly.goOn();
    loaded.push(await measureWaits(busy, roundMs));
    slowly.pause();
    await sleep(SETTLING_MS);
  }
  const slowdownOf = (waits: keyof Waits) => {
    const [beside, without] = [loaded, quiet].map((rounds) => rounds.map((round) => round[waits]));
    return quantile(beside ?? [], 0.5) / quantile(without ?? [], 0.5);
  };
  return { p99: slowdownOf('p99'), mean: slowdownOf('mean') };
}

async function measureWaits(busy: Connection, roundMs: number): Promise<Waits> {
  const waits: number[] = [];
  const began = performance.now();
  for (let asked = began; asked < began + roundMs; asked = performance.now()) {
    await busy.ask(PING, PONG);
    const replied = performance.now();
    await busy.ask(request('GET', 'key'), bulk('value'));
    waits.push(replied - asked, performance.now() - replied);
  }
  return { p99: quantile(waits, 0.99), mean: (performance.now() - began) / waits.length };
}

function quantile(figures: number[], share: number): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(share * figures.length)] ?? NaN;
}
