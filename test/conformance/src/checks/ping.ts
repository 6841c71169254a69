import type { Check } from '../check.ts';
import { frame, pong } from '../resp.ts';
import { fromMultiPing, fromPing, fromResp } from './cells.ts';

const PING = frame('PING');
const PONG = '+PONG\r\n';

export const pingChecks: Check[] = [
  {
    id: 'ping/once',
    title: 'A client that sends PING gets +PONG',
    tier: 'core',
    needs: [],
    why: 'PING is how a client finds out that somebody is there who speaks its language.',
    hint: 'Write the seven bytes +PONG\\r\\n to the connection once something has been read from it.',
    steps: fromPing,
    async run(session) {
      const wire = await session.connect();
      await wire.expect(PING, PONG);
    },
  },
  {
    id: 'ping/next-client',
    title: 'When a client has left, the next one is served',
    tier: 'core',
    needs: ['ping/once'],
    why: 'A server that serves one client and stops is a script.',
    hint: 'Go back to accepting when a connection is over, however it ended.',
    steps: fromPing,
    async run(session) {
      for (let client = 0; client < 3; client++) {
        const wire = await session.connect();
        await wire.expect(PING, PONG);
        wire.leave();
      }
    },
  },
  {
    id: 'ping/twice',
    title: 'The connection stays open for a second PING',
    tier: 'core',
    needs: ['ping/once'],
    why: 'Connecting costs more than asking: clients keep their connection for as long as they live.',
    hint: 'Read in a loop, and leave it only when the client has closed its side.',
    steps: fromMultiPing,
    async run(session) {
      const wire = await session.connect();
      await wire.expect(PING, PONG);
      await wire.expect(PING, PONG);
    },
  },
  {
    id: 'ping/hundred-times',
    title: 'A hundred PINGs, one after the other, get a hundred PONGs',
    tier: 'core',
    needs: ['ping/twice'],
    why: 'What works twice may still leak, count or give up.',
    hint: 'Look for whatever is created or registered anew with each request.',
    steps: fromMultiPing,
    async run(session) {
      const wire = await session.connect();
      for (let request = 0; request < 100; request++) await wire.expect(PING, PONG);
    },
  },
  {
    id: 'ping/ioredis',
    title: 'ioredis, a real client, is content with the replies to PING',
    tier: 'core',
    needs: ['ping/twice'],
    why: 'A test that wrote both sides proves little; this client was written for Redis.',
    hint: 'It parses what you send: a reply is a plus sign, the text, \\r and \\n, and not a byte more.',
    steps: fromMultiPing,
    async run(session) {
      const client = await session.client();
      for (let request = 0; request < 3; request++) await client.expect(['PING'], pong);
    },
  },
  {
    id: 'ping/nothing-unasked',
    title: 'The server says nothing that it was not asked for',
    tier: 'core',
    needs: ['ping/twice'],
    why: 'A client matches replies to its requests by counting. One reply too many, and all later ones are wrong.',
    hint: 'No greeting, no farewell, no prompt: write to the connection only in reply to something.',
    steps: fromMultiPing,
    async run(session) {
      const wire = await session.connect();
      await wire.expectSilence(60);
      await wire.expect(PING, PONG);
      await wire.expectSilence(120);
      await wire.expect(PING, PONG);
    },
  },
  {
    id: 'ping/quit',
    title: 'QUIT gets +OK, then the server closes the connection',
    tier: 'full',
    needs: ['ping/twice'],
    why: 'Older clients say goodbye, and wait for the server to hang up.',
    hint: 'Send the reply first, and close once it is out; what was sent after QUIT is not answered.',
    steps: fromResp,
    async run(session) {
      const wire = await session.connect();
      await wire.send(frame('QUIT') + PING);
      await wire.receive('+OK\r\n');
      await wire.expectClosed();
    },
  },
];
