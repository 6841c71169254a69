import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startOdd, startStep } from './servers.ts';
import { DeafVisitor, Visitor } from './visitor.ts';

const MB = 1024 * 1024;
const PONG = '+PONG\r\n';

test('a server says on its port, which is 6379, that it listens', async () => {
  const { printed } = await startStep('01');
  await expect.poll(() => printed).toEqual(['out: Listening on 127.0.0.1:6379']);
});

test('a client that waits in line is told nothing, and is served when the one before has left', async () => {
  const { server } = await startStep('03');
  const first = new Visitor(server);
  const second = new Visitor(server);
  await first.ask('PING\r\n', PONG);
  second.connection.write('PING\r\n');
  await first.ask('PING\r\n', PONG);
  expect(second.heard).toBe('');
  first.connection.end();
  await second.hears(PONG);
});

test('what waits in line is read together, as from a system’s socket', async () => {
  const { server } = await startStep('03');
  const first = new Visitor(server);
  const second = new Visitor(server);
  for (let time = 0; time < 3; time++) second.connection.write('PING\r\n');
  second.connection.end();
  await first.ask('PING\r\n', PONG);
  first.connection.reset();
  await second.hears(PONG);
  await second.sees('end', 'closed');
});

test('a client that breaks off is told to whoever reads from it, in Node’s words', async () => {
  const { server, printed } = await startStep('04');
  const visitor = new Visitor(server);
  await visitor.ask('PING\r\n', PONG);
  visitor.connection.reset();
  await expect.poll(() => printed.at(-1)).toBe('err: Lost a client: read ECONNRESET');
  expect(visitor.events).toEqual([]);
});

test('a client that asks and reads nothing is not read from any more', async () => {
  const { server } = await startStep('07');
  const deaf = new DeafVisitor(server);
  expect(await deaf.sendUpTo(64 * MB, 'PING\r\n'.repeat(10_000))).toBeLessThan(MB);
  expect(deaf.heard.length).toBeLessThan(MB / 4);
  await new Visitor(server).ask('PING\r\n', PONG);
});

test('a client that waits in line can send no more than a system’s buffers hold', async () => {
  const { server } = await startStep('03');
  await new Visitor(server).ask('PING\r\n', PONG);
  expect(await new DeafVisitor(server).sendUpTo(64 * MB, 'x'.repeat(10_000))).toBeLessThan(MB / 4);
});

test('a key is gone when its time is skipped, and before that it is not', async () => {
  const { server } = await startStep('07');
  const visitor = new Visitor(server);
  await visitor.ask('SET key value EX 1000\r\n', '+OK\r\n');
  server.skip(990_000);
  await visitor.ask('GET key\r\n', '$5\r\nvalue\r\n');
  server.skip(10_001);
  await visitor.ask('GET key\r\n', '$-1\r\n');
});

test('keys that nobody asks for are gone, too, when the timer has fired that a skip makes due', async () => {
  const { server } = await startStep('07');
  const visitor = new Visitor(server);
  await visitor.ask('SET a 1 EX 1000\r\n', '+OK\r\n');
  await visitor.ask('SET b 1\r\n', '+OK\r\n');
  await visitor.ask('DBSIZE\r\n', ':2\r\n');
  server.skip(1_000_001);
  await visitor.ask('DBSIZE\r\n', ':1\r\n');
});

for (const name of ['throws', 'rejects']) {
  test(`a server that ${name} is gone, says why, and its clients see the end`, async () => {
    const { server, printed } = await startOdd(name);
    const visitor = new Visitor(server);
    await visitor.sees('end', 'closed');
    expect(printed).toEqual(['err: Uncaught RangeError: a client, of all things']);
    await new Visitor(server).sees('refused');
  });
}

test('a server that exits before it listens is no server', async () => {
  const printed: string[] = [];
  await expect(startOdd('exits', printed)).rejects.toThrow('to listen, but it exited with code 3');
  expect(printed).toEqual(['err: I would rather not.']);
});

test('a port that is none, and one that is taken, are refused in Node’s words', async () => {
  const { server, printed } = await startOdd('listens-twice');
  await expect.poll(() => printed.length).toBe(2);
  expect(printed).toEqual([
    'err: ERR_SOCKET_BAD_PORT',
    'err: listen EADDRINUSE: address already in use 127.0.0.1:6379',
  ]);
  await new Visitor(server).sees('refused');
});

test('a server that is stopped is gone: clients see the end, nobody else is let in, nothing is printed', async () => {
  const { server, printed } = await startStep('01');
  const visitor = new Visitor((await startStep('07')).server);
  await visitor.ask('PING\r\n', PONG);
  server.stop();
  server.skip(1000);
  await new Visitor(server).sees('refused');
  await sleep(50);
  expect(printed).toEqual(['out: Listening on 127.0.0.1:6379']);
});
