import type { RunningServer } from '@toy-redis/conformance';
import { Connection, toBytes } from '../client/connection.ts';
import { LongBytes } from '../client/long-bytes.ts';
import { OK, PING, PONG, request } from '../client/wire-format.ts';
import { achieved, finding } from '../findings.ts';
import { count } from '../output/format.ts';
import type { Finding } from '../results.ts';
import { type Fault, scaled } from './fault.ts';

/** The longest string of V8, in characters: a reply is a string, and so is a request's argument. */
const LONGEST_STRING = 536_870_888;
/** What stands around the value in a reply to GET: `$536870874\r\n` and `\r\n`. */
const AROUND = 14;
const LARGEST = LONGEST_STRING - AROUND;
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
    return scale < 1 ? findings : [...findings, await loseOne(server)];
  },
};

async function inAndOut(server: RunningServer, length: number): Promise<Finding> {
  const client = await Connection.open(server);
  try {
    await Promise.all([client.send(...setOf(length)), client.receive(toBytes(OK))]);
    const reply = client.receive(toBytes(`$${length}\r\n`), new LongBytes(PIECE, length), toBytes('\r\n'));
    client.socket.write(request('GET', 'huge'));
    await reply;
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

/** Redis would take it, V8 has no string for it: that may end the connection, and nothing else. */
async function loseOne(server: RunningServer): Promise<Finding> {
  const [client, other] = await Promise.all([Connection.open(server), Connection.open(server)]);
  try {
    await client.send(...setOf(MOST_OF_REDIS)).catch(() => {});
    const isEnded = await client.isEnded();
    await other.ask(PING, PONG);
    const asked = `SET of ${count(MOST_OF_REDIS)} bytes ends that connection only`;
    return finding(asked, isEnded ? 'it ended, another is served' : 'it goes on', isEnded);
  } finally {
    client.leave();
    other.leave();
  }
}

function setOf(length: number): LongBytes[] {
  const head = `*3\r\n$3\r\nSET\r\n$4\r\nhuge\r\n$${length}\r\n`;
  return [toBytes(head), new LongBytes(PIECE, length), toBytes('\r\n')];
}
