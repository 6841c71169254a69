import { expect, test } from 'vitest';
import { Asker } from '../../src/playground/clock/asker.ts';
import { Deadlines } from '../../src/playground/clock/deadlines.ts';
import { type Entry, tap } from '../../src/playground/wire-pane/wire-log.ts';
import { BareTerminal, startStep } from './stage.ts';

test('the clock knows the keys that were spoken of, and when they expire, without a word on the wire', async () => {
  const server = await startStep('07');
  const deadlines = new Deadlines(new Asker((client) => server.connect(client)));
  const entries: Entry[] = [];
  const note = (entry: Entry) => {
    entries.push(entry);
    deadlines.notice(entry);
  };
  const terminal = new BareTerminal(tap((client) => server.connect(client), 1, note));
  const before = Date.now();
  await terminal.ask('SET session ada EX 60');
  await terminal.ask('SET name ada');
  await terminal.ask('EXPIRE nothing 10');
  const said = entries.length;
  const [session, ...others] = await deadlines.ask();
  expect(session).toMatchObject({ key: 'session', is: 'expires' });
  expect(session?.is === 'expires' && session.deadline).toBeGreaterThanOrEqual(before + 60_000);
  expect(others).toEqual([
    { key: 'name', is: 'stays' },
    { key: 'nothing', is: 'gone' },
  ]);
  server.skip(61_000);
  expect((await deadlines.ask())[0]).toEqual({ key: 'session', is: 'gone' });
  expect(entries).toHaveLength(said);
});

test('the wire tells in order what each side says, and which reply is to which request', async () => {
  const server = await startStep('05');
  const seen: string[] = [];
  const note = (entry: Entry) => {
    if (entry.is === 'event') return void seen.push(`${entry.client} ${entry.says}`);
    const numbers = entry.chunk.frames.map(({ frame, exchange }) => `${frame.kind} ${exchange}`);
    seen.push(`${entry.client} ${entry.said}: ${numbers.join(', ')}`);
  };
  const terminal = new BareTerminal(tap((client) => server.connect(client), 2, note));
  await terminal.ask('PING');
  await terminal.ask('ECHO hi');
  await terminal.ask('quit');
  expect(seen).toEqual([
    '2 connects',
    '2 client: array 0',
    '2 server: simple string 0',
    '2 client: array 1',
    '2 server: bulk string 1',
    '2 leaves',
  ]);
});
