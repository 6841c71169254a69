import { Connection } from '../client/connection.ts';
import { leaveAll, openMany } from '../client/crowd.ts';
import { PING, PONG } from '../client/wire-format.ts';
import { exactly, growsAtMost } from '../findings.ts';
import { peakResidentBytes } from '../server/memory.ts';
import { residentBytes } from '../server/proc.ts';
import { type Fault, scaled } from './fault.ts';

const CLIENTS = 1000;
const MOST_GROWTH = 64 * 1024 * 1024;
const MEMORY_IS_WATCHED_MS = 2000;
const PROMISES = ['*2147483647\r\n', '*2147483647\r\n$536870912\r\n', '*3\r\n$3\r\nSET\r\n$536870912\r\n'];

/** A length is a promise: who makes room for it before it is kept can be ruined by a few bytes. */
export const emptyPromises: Fault = {
  name: 'empty-promises',
  title: '1,000 clients announce `*2147483647` or `$536870912`, and send nothing',
  leaves: 'server',
  async strike(server, scale) {
    const before = residentBytes(server.pid);
    const clients = await openMany(server, scaled(CLIENTS, scale));
    const other = await Connection.open(server);
    try {
      for (const [index, { socket }] of clients.entries()) {
        socket.write(PROMISES[index % PROMISES.length] ?? '');
      }
      await other.ask(PING, PONG);
      const peak = await peakResidentBytes(server, MEMORY_IS_WATCHED_MS * Math.min(1, scale));
      return [
        growsAtMost('memory', before, peak, MOST_GROWTH),
        exactly(
          'clients that may still keep their promise',
          clients.filter((each) => each.isOpen).length,
          clients.length,
        ),
      ];
    } finally {
      leaveAll([...clients, other]);
    }
  },
};
