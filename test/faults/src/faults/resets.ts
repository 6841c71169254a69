import type { Address } from '@toy-redis/conformance';
import { Connection } from '../client/connection.ts';
import { startWitness } from '../client/crowd.ts';
import { PING, PONG, request } from '../client/wire-format.ts';
import { finding } from '../findings.ts';
import { count } from '../output/format.ts';
import { type Fault, scaled } from './fault.ts';

const CLIENTS = 1000;
const DURATION_MS = 30_000;

const GET = request('GET', 'key');
/** The moments at which a client breaks off. */
const MOMENTS: ((connection: Connection) => unknown)[] = [
  () => {},
  (connection) => connection.socket.write(GET.slice(0, GET.length / 2)),
  (connection) => connection.socket.write(GET.repeat(100)),
  (connection) => connection.ask(PING, PONG),
];

/** A reset is an error of the socket, and one that nobody listens to ends a process. */
export const resets: Fault = {
  name: 'resets',
  title: '1,000 clients connect and reset for 30 s',
  leaves: 'server',
  async strike(server, scale) {
    const other = await Connection.open(server);
    const witness = startWitness(other);
    const end = Date.now() + DURATION_MS * scale;
    const clients = Array.from({ length: scaled(CLIENTS, scale) }, (_, index) =>
      resetUntil(end, server, index),
    );
    const times = (await Promise.all(clients)).reduce((total, each) => total + each, 0);
    const right = await witness.stop();
    other.leave();
    return [
      finding('each client resets again and again', `${count(times)} resets`, times > clients.length),
      finding('another client is served meanwhile', `${count(right)} right replies`, right > 0),
    ];
  },
};

/** Breaks off at one moment after the other; resolves to how often. */
async function resetUntil(end: number, address: Address, first: number): Promise<number> {
  let times = 0;
  for (; Date.now() < end; times++) {
    const connection = await Connection.open(address);
    await MOMENTS[(first + times) % MOMENTS.length]?.(connection);
    connection.reset();
  }
  return times;
}
