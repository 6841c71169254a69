import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { checks, passes, type Result, runCheck } from '@toy-redis/conformance';
import type { Order, Report, Seen } from './protocol.ts';

/*
 * Puts checks to a server, beside which it runs, and reports what came of them. It is told what to do by
 * `runner.ts`, in the words of `protocol.ts`.
 */

const HOST = '127.0.0.1';
const LOOKS_EVERY_MS = 10;

const orders = createInterface({ input: process.stdin });
// Nobody is there any more to report to.
orders.on('close', () => process.exit());
for await (const line of orders) console.log(JSON.stringify(await obey(JSON.parse(line))));

async function obey(order: Order): Promise<Report> {
  if (order.type === 'check') return { type: 'check', ...(await put(order)) };
  while (!(await accepts(order.port))) await sleep(LOOKS_EVERY_MS);
  return { type: 'ready' };
}

async function put({ id, port, patience }: Extract<Order, { type: 'check' }>): Promise<Seen> {
  const check = checks.find((each) => each.id === id);
  if (!check) throw new UnknownCheckError(id);
  return write(await runCheck(check, { host: HOST, port }, passes, patience));
}

class UnknownCheckError extends Error {
  override name = 'UnknownCheckError';

  constructor(id: string) {
    super(`expected a check of the table, got ${id}`);
  }
}

function write({ check, verdict, problem, mismatch, transcript, keySuffix = '', ms }: Result): Seen {
  return {
    id: check.id,
    verdict,
    problem,
    mismatch: mismatch ? { expected: mismatch.expected, outcome: mismatch.outcome } : null,
    transcript,
    keySuffix,
    ms,
  };
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect({ host: HOST, port });
  const accepted = await new Promise<boolean>((settle) => {
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
  socket.destroy();
  return accepted;
}
