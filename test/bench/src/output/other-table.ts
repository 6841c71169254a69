import { markdownTable } from 'markdown-table';
import type { Figure, Results } from '../results.ts';
import { count, ratio, shortName, size, spread, threeDigits } from './format.ts';

/** One kind of figure, and each server's. */
type Kind = { what: string; servers: { server: string; figure: Figure | null }[] };

const HEAD = ['', 'server', 'median', 'min–max', '×', 'rounds'];

/** What was measured beside the throughput; empty if that is nothing. */
export function otherTable(results: Results): string {
  const rows = kindsOf(results).flatMap(rowsOf);
  return rows.length === 0 ? '' : markdownTable([HEAD, ...rows], { align: ['l', 'l', ...'rrrr'] });
}

function rowsOf({ what, servers }: Kind): string[][] {
  return servers.map(({ server, figure }, index) => [
    index === 0 ? what : '',
    shortName(server),
    figure ? threeDigits(figure.median) : '–',
    figure ? spread(figure, threeDigits) : '–',
    ratio(figure),
    figure ? String(figure.rounds.length) : '–',
  ]);
}

function kindsOf({ memory, connections, expiry, startup }: Results): Kind[] {
  const kinds: Kind[] = [];
  if (memory) {
    const what = `bytes per key, ${count(memory.keys)} of ${size(memory.valueBytes)}`;
    kinds.push(kind(what, memory.servers, ({ bytesPerKey }) => bytesPerKey));
  }
  if (connections) {
    const what = `bytes per idle connection, ${count(connections.connections)}`;
    kinds.push(kind(what, connections.servers, ({ bytesPerConnection }) => bytesPerConnection));
  }
  if (expiry) {
    const what = `longest wait while ${count(expiry.keys)} keys expire, ms`;
    kinds.push(
      kind(what, expiry.servers, ({ longestWaitMs }) => longestWaitMs),
      kind('until the last of them is gone, s', expiry.servers, (server) => server.lastKeyGoneSeconds),
    );
  }
  if (startup) {
    kinds.push(kind('from start to first reply, ms', startup.servers, ({ firstReplyMs }) => firstReplyMs));
  }
  return kinds;
}

function kind<Server extends { server: string }>(
  what: string,
  servers: Server[],
  figureOf: (server: Server) => Figure | null,
): Kind {
  return { what, servers: servers.map((each) => ({ server: each.server, figure: figureOf(each) })) };
}
