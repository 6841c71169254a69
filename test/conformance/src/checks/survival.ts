import { type Check, closed, passes, waits } from '../check.ts';
import { frame } from '../resp.ts';
import { fromPing, fromResp } from './cells.ts';

const PING = frame('PING');
const PONG = '+PONG\r\n';
const MB = 1024 * 1024;

export const survivalChecks: Check[] = [
  {
    id: 'survives/half-close',
    title: 'A client that closes its side after asking still gets its reply, and then the end',
    tier: 'full',
    needs: ['ping/once'],
    why: '`echo PING | nc -N` does so: it has said all it wanted to say, and listens.',
    hint: 'The end of what the client sends is not the end of the connection. Reply, then close.',
    steps: fromPing,
    async run(session) {
      for (let client = 0; client < 20; client++) {
        const wire = await session.connect();
        await wire.send(PING);
        wire.end();
        await wire.receive(PONG);
        await wire.expectClosed();
      }
    },
  },
  {
    id: 'survives/reset-in-line',
    title: 'A client that breaks off while it waits for its turn harms nobody',
    tier: 'full',
    needs: ['ping/next-client'],
    why: 'People lose patience, and programs time out.',
    hint: 'A connection may be dead before anybody looks at it: its error has to be caught there, too.',
    steps: fromPing,
    async run(session) {
      const first = await session.connect();
      for (let client = 0; client < 10; client++) {
        const waiting = await session.connect();
        if (client % 2) await waiting.send(PING);
        waiting.reset();
      }
      first.leave();
      const wire = await session.connect();
      await wire.expect(PING, PONG);
    },
  },
  {
    id: 'survives/reset-in-request',
    title: 'A client that breaks off in the middle of a request harms nobody',
    tier: 'full',
    needs: ['ping/next-client'],
    why: 'Cables are pulled and programs are killed in mid-sentence.',
    hint: 'An ECONNRESET is no reason to exit: it ends one connection.',
    steps: fromPing,
    async run(session) {
      for (let client = 0; client < 20; client++) {
        const broken = await session.connect();
        await broken.send(PING.slice(0, 1 + (client % PING.length)));
        broken.reset();
      }
      const wire = await session.connect();
      await wire.expect(PING, PONG);
    },
  },
  {
    id: 'survives/unread-replies',
    title: 'A client that asks and asks and reads nothing harms nobody',
    tier: 'full',
    needs: ['ping/next-client'],
    why: 'A client that hangs must not take the server with it.',
    hint: 'When the system takes no more bytes for a client, stop reading from it until it does.',
    steps: fromPing,
    async run(session) {
      const deaf = await session.connect();
      await deaf.sendWithoutReading(frame('PING').repeat(1000), 16 * MB);
      deaf.reset();
      const wire = await session.connect();
      await wire.expect(PING, PONG);
    },
  },
  {
    id: 'survives/thousand-clients',
    title: 'A thousand clients are connected at once, and all are served',
    tier: 'full',
    needs: ['concurrent/fifty-clients'],
    why: 'A web site with a pool of connections in each process gets there quickly.',
    hint: 'The system limits open files (ulimit -n); besides, nothing should grow with each connection.',
    steps: { '01': closed, '02': closed, '03': waits, '04': passes },
    async run(session) {
      const wires = [];
      for (let client = 0; client < 1000; client++) wires.push(await session.connect());
      for (let turn = 0; turn < 2; turn++) {
        for (const wire of wires) await wire.send(PING);
        for (const wire of wires) await wire.receive(PONG);
      }
    },
  },
  {
    id: 'survives/web-page',
    title: 'A web page that makes its reader’s browser speak to the server is hung up on',
    tier: 'full',
    needs: ['resp/echo', 'inline/ping'],
    why: 'Any page may send a POST to 127.0.0.1, and its body may hold FLUSHALL.',
    hint: 'No request of Redis begins with POST or Host:, every HTTP request has one of the two.',
    steps: fromResp,
    async run(session) {
      for (const line of ['POST / HTTP/1.1', 'Host: 127.0.0.1:6379']) {
        const wire = await session.connect();
        await wire.expect(frame('ECHO', 'hey'), '$3\r\nhey\r\n');
        await wire.send(`${line}\r\n\r\nPING\r\n`);
        await wire.expectClosed();
      }
    },
  },
];
