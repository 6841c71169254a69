import { afterAll, describe, expect, it } from 'vitest';
import { faults } from '../src/faults/all.ts';
import { tryFault } from '../src/run.ts';
import { Servers } from '../src/server/servers.ts';

const servers = new Servers();
afterAll(() => servers.stopAll());

describe.skipIf(process.platform !== 'linux')('a server that', () => {
  it.concurrent.for([
    { server: 'leaks-connections', fault: 'idle', fails: /^sockets that are open afterwards/ },
    {
      server: 'buffers-all-replies',
      fault: 'slow-reader',
      fails: /^memory while nothing is read/,
      scale: 0.1,
    },
    { server: 'exits-on-reset', fault: 'resets', fails: /^the server does its part/ },
    { server: 'remembers-clients', fault: 'idle', fails: /^used memory afterwards/ },
    { server: 'believes-promises', fault: 'empty-promises', fails: /^memory/ },
  ])('$server fails at $fault', { timeout: 15_000 }, async ({ server, fault, fails, scale }, { expect }) => {
    const asked = await findFailures(server, fault, scale);
    expect(asked).not.toEqual([]);
    expect(asked).toContainEqual(expect.stringMatching(fails));
  });

  it.concurrent.for(['idle', 'slow-reader', 'resets', 'empty-promises'])(
    'is correct withstands %s',
    {
      timeout: 15_000,
    },
    async (fault, { expect }) => {
      expect(await findFailures('correct', fault)).toEqual([]);
    },
  );
});

it('no two faults have the same name', () => {
  expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
});

/** What a server was asked and did not reach. */
async function findFailures(server: string, name: string, scale = 0.02): Promise<string[]> {
  const subject = { name: server, file: `${server}.ts`, cwd: `${import.meta.dirname}/broken` };
  const fault = faults.find((each) => each.name === name);
  if (fault === undefined) throw new Error(`expected a fault, got '${name}'`);
  const { findings } = await tryFault(subject, fault, scale, servers);
  return findings.filter(({ verdict }) => verdict === 'fail').map(({ asked }) => asked);
}
