import { type Check, closed, passes, waits } from '../check.ts';
import { frame } from '../resp.ts';
import { fromResp } from './cells.ts';

const PING = frame('PING');
const PONG = '+PONG\r\n';

export const concurrencyChecks: Check[] = [
  {
    id: 'concurrent/idle-client',
    title: 'A client that says nothing keeps nobody else waiting',
    tier: 'core',
    needs: ['ping/once'],
    why: 'Most connections of a busy server are idle at any moment.',
    hint: 'Who awaits the end of one connection before accepting the next serves one client at a time.',
    steps: { '01': closed, '02': waits, '04': passes },
    async run(session) {
      await session.connect();
      const second = await session.connect();
      await second.expect(PING, PONG);
    },
  },
  {
    id: 'concurrent/two-clients',
    title: 'Two clients are served by turns',
    tier: 'core',
    needs: ['ping/twice'],
    why: 'A database that one program can use at a time is a file.',
    hint: 'Start serving a connection without waiting for it to end.',
    steps: { '01': closed, '02': closed, '03': waits, '04': passes },
    async run(session) {
      const [first, second] = [await session.connect(), await session.connect()];
      for (let turn = 0; turn < 3; turn++) {
        await first.expect(PING, PONG);
        await second.expect(PING, PONG);
      }
    },
  },
  {
    id: 'concurrent/fifty-clients',
    title: 'Fifty clients are served by turns',
    tier: 'core',
    needs: ['concurrent/two-clients'],
    why: 'What works for two may be a pair of special cases, or a pool that runs dry.',
    hint: 'Nothing in the server should count clients, but for what the system allows.',
    steps: { '01': closed, '02': closed, '03': waits, '04': passes },
    async run(session) {
      const wires = [];
      for (let client = 0; client < 50; client++) wires.push(await session.connect());
      for (let turn = 0; turn < 3; turn++) for (const wire of wires) await wire.expect(PING, PONG);
    },
  },
  {
    id: 'concurrent/own-reply',
    title: 'Each of fifty clients that ask at once gets the reply to its own request',
    tier: 'core',
    needs: ['concurrent/two-clients', 'resp/echo'],
    why: 'Whatever the clients share by mistake, a buffer or a parser, mixes up their data.',
    hint: 'All that is kept between two chunks belongs to one connection.',
    steps: fromResp,
    async run(session) {
      const wires = await session.connectAll(50);
      const ask = (turn: number) =>
        wires.map((wire, client) => {
          const message = `client ${client}, turn ${turn}`;
          return wire.expect(frame('ECHO', message), `$${message.length}\r\n${message}\r\n`);
        });
      for (let turn = 0; turn < 3; turn++) await Promise.all(ask(turn));
    },
  },
];
