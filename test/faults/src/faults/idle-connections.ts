import { keepBusy, leaveAll, openMany } from '../client/crowd.ts';
import { PING, PONG } from '../client/wire-format.ts';
import { achieved, exactly } from '../findings.ts';
import { count } from '../output/format.ts';
import { expectRoomFor } from '../server/proc.ts';
import { type Fault, scaled } from './fault.ts';

const CONNECTIONS = 10_000;
/** One connection of so many is busy. */
const ONE_BUSY_IN = 100;
const ROUNDS = 50;

/** What an idle connection costs, the others pay for, if the server goes through all of them. */
export const idleConnections: Fault = {
  name: 'idle',
  title: '10,000 idle connections',
  leaves: 'server',
  async strike(server, scale) {
    const howMany = scaled(CONNECTIONS, scale);
    expectRoomFor(howMany);
    const all = await openMany(server, howMany);
    try {
      const busy = all.filter((_, index) => index % ONE_BUSY_IN === 0);
      const right = await Promise.all(busy.map((each, index) => keepBusy(each, `busy:${index}`, ROUNDS)));
      await Promise.all(all.map((each) => each.ask(PING, PONG)));
      return [
        exactly('right replies to 1 busy client in 100', sum(right), busy.length * ROUNDS * 3),
        achieved('then each idle client is answered, too', count(howMany)),
      ];
    } finally {
      leaveAll(all);
    }
  },
};

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
