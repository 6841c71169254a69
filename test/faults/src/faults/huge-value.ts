import type { RunningServer } from '@toy-redis/conformance';
import { Connection, toBytes } from '../client/connection.ts';
import { LongBytes } from '../client/long-bytes.ts';
import { OK, PING, PONG, request } from '../client/wire-format.ts';
import { achieved, finding } from '../findings.ts';
import { count } from '../output/format.ts';
import type { Finding } from '../results.ts';
import { type Fault, scaled } from './fault.ts';

/** What a step takes: a string of V8 holds no 512 MB, and replies need some room around a value. */
const LARGEST = 2 ** 29 - 2 ** 17;
/** Almost 64 KB: so much is joined before it is written. */
const PONGS = 9362;
const MOST_OF_REDIS = 512 * 1024 * 1024;
const TOO_LONG = '-ERR Protocol error: invalid bulk length\r\n';
/** Of a length that fits no other, so that what is out of place is seen. */
const PIECE = Buffer.from(Array.from({ length: 251 * 1021 }, (_, at) => (at % 251) + (at % 5)));

/** Values as long as Redis takes them, or as Node can hold them, and those beyond. */
export const hugeValue: Fault = {
  name: 'huge-value',
  title: 'values of 512 MB',
  leaves: 'server',
  async strike(server, scale) {
    const length = scaled(LARGEST, scale);
    const findings = [await inAndOut(server, length), await refuse(server)];
    // Less is no challenge to V8.
    return scale < 1 ? findings : [...findings, await refuseLate(server)];
  },
};

async function inAndOut(server: RunningServer, length: number): Promise<Finding> {
  const client = await Connection.open(server);
  try {
    await Promise.all([client.send(...setOf(length)), client.receive(toBytes(OK))]);
    // Behind as many short replies as are joined with it: all of them together must be a string, too.
    const replies = [toBytes(PONG.repeat(PONGS)), toBytes(`$${length}\r\n`), new LongBytes(PIECE, length)];
    const received = client.receive(...replies, toBytes('\r\n'));
    client.socket.write(`${'PING\n'.repeat(PONGS)}GET huge\n`);
    await received;
    await client.ask(request('DEL', 'huge'), ':1\r\n');
    return achieved(`SET and GET of ${count(length)} bytes`, 'each byte is right');
  } finally {
    client.leave();
  }
}

async function refuse(server: RunningServer): Promise<Finding> {
  const client = await Connection.open(server);
  try {
    await client.ask(`*3\r\n$3\r\nSET\r\n$4\r\nhuge\r\n$${MOST_OF_REDIS + 1}\r\n`, TOO_LONG);
    const asked = `${count(MOST_OF_REDIS + 1)} bytes are refused as by Redis, and the connection ends`;
    return finding(asked, TOO_LONG.trim(), await client.isEnded());
  } finally {
    client.leave();
  }
}

/** Redis would take it, V8 has no string for it: the client must hear of that, and nobody else. */
async function refuseLate(server: RunningServer): Promise<Finding> {
  const [client, other] = await Promise.all([Connection.open(server), Connection.open(server)]);
  try {
    const refused = client.receive(toBytes(TOO_LONG));
    await Promise.all([client.send(...setOf(MOST_OF_REDIS)).catch(() => {}), refused]);
    await other.ask(PING, PONG);
    const asked = `${count(MOST_OF_REDIS)} bytes, which Redis takes, are refused as they come`;
    return finding(asked, `${TOO_LONG.trim()}; others are served`, await client.isEnded());
  } finally {
    client.leave();
    other.leave();
  }
}

function setOf(length: number): LongBytes[] {
  const head = `*3\r\n$3\r\nSET\r\n$4\r\nhuge\r\n$${length}\r\n`;
  return [toBytes(head), new LongBytes(PIECE, length), toBytes('\r\n')];
}
