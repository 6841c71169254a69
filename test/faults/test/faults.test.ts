import { Servers } from '@toy-redis/bench/servers';
import { afterAll, describe, expect, it } from 'vitest';
import { faults } from '../src/faults/all.ts';
import type { Fault } from '../src/faults/fault.ts';
import { hasFailed } from '../src/results.ts';
import { tryFault } from '../src/run.ts';

const SCALE = 0.01;
/** Generous, as all of them run at once. */
const TIMEOUT_MS = 60_000;

const servers = new Servers(new AbortController().signal);
afterAll(() => servers.stopAll());

describe.skipIf(process.platform !== 'linux')('a server that', { timeout: TIMEOUT_MS }, () => {
  it.concurrent.for([
    { server: 'leaks-connections', fault: 'idle', fails: /^sockets that are open afterwards/m },
    { server: 'remembers-clients', fault: 'idle', fails: /^used memory afterwards/m },
    { server: 'exits-on-reset', fault: 'resets', fails: /it exited.*ECONNRESET/s },
    { server: 'buffers-all-replies', fault: 'slow-reader', fails: /^memory while nothing is/m, scale: 0.1 },
    {
      server: 'holds-back-replies',
      fault: 'slow-writers',
      fails: /^how many times as long they take/m,
      scale: 0.02,
    },
    { server: 'changes-a-byte', fault: 'huge-value', fails: /expected ".*", got ".*\?/ },
    { server: 'makes-room-for-any-length', fault: 'huge-value', fails: /it exited.*Invalid string length/s },
    { server: 'believes-promises', fault: 'empty-promises', fails: /^memory/m, scale: 0.02 },
    { server: 'forgets-keepttl', fault: 'deadlines', fails: /expected ".*:\d{13}\\r.*", got ".*:-1\\r/ },
    {
      server: 'keeps-deadline-over-set',
      fault: 'deadlines',
      fails: /expected ".*second of.*", got ".*\$-1\\r/,
    },
    { server: 'counts-the-expired', fault: 'deadlines', fails: /expected ":7500\\r\\n", got ":10000/ },
    { server: 'counts-its-own-time', fault: 'stopped', fails: /expected "\$-1\\r.*", got "\$5\\r/ },
    { server: 'expires-by-timer-only', fault: 'no-timers', fails: /expected "\$-1\\r.*", got "\$1000\\r/ },
    { server: 'hides-the-expired', fault: 'no-timers', fails: /^used memory, once they/m, scale: 0.05 },
    { server: 'tells-of-each-turned-away', fault: 'no-files', fails: /^lines that it prints/m },
    { server: 'leaves-clients-waiting', fault: 'no-files', fails: /^of those, clients that it turns away/m },
    { server: 'never-opens-again', fault: 'no-files', fails: /^it lets in new ones/m },
    { server: 'exits-when-full', fault: 'no-files', fails: /it exited/ },
    {
      server: 'ignores-sigterm',
      fault: 'sigterm',
      fails: /^the process ends.*\nclients that see the connection end.*\nthe port is free again/,
    },
    { server: 'crashes-on-sigterm', fault: 'sigterm', fails: /^it prints no crash/m },
  ])('$server fails at $fault', async ({ server, fault, fails, scale }, { expect }) => {
    const failures = await findFailures(server, faultNamed(fault), scale);
    expect(failures.join('\n')).toMatch(fails);
  });

  it.concurrent.for(faults)('is correct withstands $name', async (fault, { expect }) => {
    expect(await findFailures('correct', fault)).toEqual([]);
  });

  it.concurrent('has intervals fails where none is to fire', async ({ expect }) => {
    const { launch: _, ...withIntervals } = faultNamed('no-timers');
    expect(await findFailures('correct', withIntervals)).toEqual([
      'no interval fires in this process: they do',
    ]);
  });

  it.concurrent('has room for all fails where there is to be none', async ({ expect }) => {
    const { launch: _, ...withRoom } = faultNamed('no-files');
    expect(await findFailures('correct', withRoom)).toEqual(['there is no room for others: 0 clients']);
  });
});

it('no two faults have the same name', () => {
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
});

function faultNamed(name: string): Fault {
  const fault = faults.find((each) => each.name === name);
  if (fault === undefined) throw new Error(`expected a fault, got '${name}'`);
  return fault;
}

/** What a server was asked and did not reach. */
async function findFailures(server: string, fault: Fault, scale = SCALE): Promise<string[]> {
  const subject = { name: server, folder: `${import.meta.dirname}/broken`, command: `node ${server}.ts` };
  const { findings } = await tryFault(subject, fault, scale, servers);
  return findings.filter(hasFailed).map(({ asked, reached }) => `${asked}: ${reached}`);
}
