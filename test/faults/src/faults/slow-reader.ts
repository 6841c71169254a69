import type { RunningServer } from '@toy-redis/conformance';
import { Connection } from '../client/connection.ts';
import { LongBytes } from '../client/long-bytes.ts';
import { bulk, OK, request } from '../client/wire-format.ts';
import { achieved, growsAtMost } from '../findings.ts';
import { megabytes } from '../output/format.ts';
import type { Finding } from '../results.ts';
import { peakResidentBytes } from '../server/memory.ts';
import { residentBytes } from '../server/proc.ts';
import { type Fault, scaled } from './fault.ts';

const KB = 1024;
const MB = 1024 * KB;
const ASKED_FOR = 1024 * MB;
const MOST_GROWTH = 64 * MB;
/** How long nothing is read, of a tenth of it or more. */
const SILENCE_MS = 2000;

type Request = { what: string; valueBytes: number; get: string };

const REQUESTS: Request[] = [
  { what: 'values of 1 MB', valueBytes: MB, get: request('GET', 'k') },
  // Thousands of them fit one chunk.
  { what: 'values of 16 KB, by inline GETs', valueBytes: 16 * KB, get: 'GET k\n' },
];

/** A server that writes faster than a client reads keeps the difference in memory, unless it waits. */
export const slowReader: Fault = {
  name: 'slow-reader',
  title: 'a client asks for 1 GB and does not read',
  leaves: 'server',
  async strike(server, scale) {
    const findings: Finding[] = [];
    for (const each of REQUESTS) findings.push(...(await askAndWait(server, each, scale)));
    return findings;
  },
};

async function askAndWait(server: RunningServer, asked: Request, scale: number): Promise<Finding[]> {
  const { what, valueBytes, get } = asked;
  const times = scaled(ASKED_FOR / valueBytes, scale);
  const value = everyByte(valueBytes);
  const writer = await Connection.open(server);
  await writer.ask(request('SET', 'k', value), OK);
  writer.leave();
  const before = residentBytes(server.pid);
  const reader = await Connection.open(server, { reads: false });
  try {
    // The server takes requests as it gets rid of replies, so their sending ends when reading does.
    const sent = reader.send(new LongBytes(Buffer.from(get), times * get.length));
    sent.catch(() => {});
    const peak = await peakResidentBytes(server, SILENCE_MS * Math.min(1, 10 * scale), before + MOST_GROWTH);
    const reply = Buffer.from(bulk(value), 'latin1');
    await reader.receive(new LongBytes(reply, times * reply.length));
    await sent;
    return [
      growsAtMost(`memory while nothing is read, ${what}`, before, peak, MOST_GROWTH),
      achieved('then each byte is right', megabytes(times * valueBytes)),
    ];
  } finally {
    reader.leave();
  }
}

/** All 256 bytes, in an order that takes long to come again: a lost one is seen. */
function everyByte(length: number): string {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at++) bytes[at] = (at * 31 + (at >>> 8) * 7 + (at >>> 16)) & 255;
  return bytes.toString('latin1');
}
