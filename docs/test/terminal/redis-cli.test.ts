import { describe, expect, test } from 'vitest';
import type { Client } from '../../src/playground/server/client.ts';
import { BareTerminal, startStep } from './stage.ts';

/** A terminal at a step's server. */
async function terminalAt(step: string): Promise<BareTerminal> {
  const server = await startStep(step);
  const terminal = new BareTerminal((client) => server.connect(client));
  return terminal;
}

/** A terminal at a server that says these things, one for each thing that it is sent. */
async function terminalTo(...replies: string[]): Promise<BareTerminal> {
  const terminal = new BareTerminal((client: Client) => ({
    write: () => void client.onBytes(replies.shift() ?? ''),
    end() {},
    reset() {},
  }));
  return terminal;
}

describe('a line', () => {
  test('has words, quotes and escapes', async () => {
    const terminal = await terminalAt('05');
    expect(await terminal.ask('ECHO "hello world"')).toBe('"hello world"');
    expect(await terminal.ask("ECHO 'it\\'s'")).toBe('"it\'s"');
    expect(await terminal.ask('echo a"b"')).toBe('"ab"');
    expect(await terminal.ask('ECHO "\\xff\\x00\\r\\n"')).toBe('"\\xff\\x00\\r\\n"');
    expect(await terminal.ask('ECHO é')).toBe('"\\xc3\\xa9"');
  });

  test('without an end to its quotes is not sent', async () => {
    const terminal = await terminalTo();
    expect(await terminal.ask('ECHO "hello')).toBe('Invalid argument(s)');
    expect(await terminal.ask("PING 'a")).toBe('Invalid argument(s)');
    expect(await terminal.ask('ECHO "a"b')).toBe('Invalid argument(s)');
  });

  test('without words says nothing', async () => {
    expect(await (await terminalTo()).ask('   ')).toBe('');
  });

  test('may say how often it is meant', async () => {
    expect(await (await terminalAt('05')).ask('3 PING')).toBe('PONG\nPONG\nPONG');
  });
});

describe('a reply', () => {
  test('is in RESP3 after HELLO 3', async () => {
    const terminal = await terminalAt('05');
    expect(await terminal.ask('HELLO 3')).toContain('3# "proto" => (integer) 3\n');
    expect(await terminal.ask('HELLO 2')).toContain(' 5) "proto"\n 6) (integer) 2\n');
  });

  test('to INFO is shown as it is', async () => {
    expect(await (await terminalAt('05')).ask('INFO')).toContain('# Server\r\nredis_version:7.0.15\r\n');
  });

  test('may come in pieces, after something that nobody asked for', async () => {
    const pieces = ['>2\r\n+news\r\n:1\r\n$5\r\nhel', 'lo\r\n'];
    const terminal = new BareTerminal((client) => ({
      write: () => pieces.forEach((piece, index) => void setTimeout(() => client.onBytes(piece), 20 * index)),
      end() {},
      reset() {},
    }));
    expect(await terminal.ask('GET a')).toBe('"hello"');
  });

  test('that is none ends the connection', async () => {
    const terminal = await terminalTo('HTTP/1.1 400 Bad Request\r\n', '+OK\r\n');
    expect(await terminal.ask('PING')).toBe('Error: Protocol error, got "H" as reply type byte');
    expect(terminal.cli.prompt).toBe('not connected> ');
    expect(await terminal.ask('PING')).toBe('OK');
    expect(terminal.cli.prompt).toBe('127.0.0.1:6379> ');
  });
});

describe('a connection', () => {
  test('that the server has closed is found closed, and made anew for the line after', async () => {
    const terminal = await terminalAt('02');
    expect(await terminal.ask('PING')).toBe('PONG');
    expect(await terminal.ask('PING')).toBe('Error: Server closed the connection');
    expect(terminal.cli.prompt).toBe('not connected> ');
    expect(await terminal.ask('PING')).toBe('PONG');
  });

  test('to a server that reads nothing any more is reset', async () => {
    const terminal = await terminalAt('01');
    expect(await terminal.ask('PING')).toBe('Error: Connection reset by peer');
    expect(await terminal.ask('PING')).toBe('Error: Connection reset by peer');
  });

  test('that ends instead of a reply has ended', async () => {
    const terminal = await terminalAt('05');
    expect(await terminal.ask('PING')).toBe('PONG');
    expect(await terminal.ask('POST')).toBe('Error: Server closed the connection');
    expect(await terminal.ask('PING')).toBe('PONG');
  });

  test('to nobody is refused', async () => {
    const server = await startStep('05');
    server.stop();
    const terminal = new BareTerminal((client) => server.connect(client));
    expect(await terminal.ask('PING')).toBe(
      'Could not connect to Redis at 127.0.0.1:6379: Connection refused',
    );
    expect(terminal.cli.prompt).toBe('not connected> ');
  });

  test('is left by quit, and made anew by a command', async () => {
    const terminal = await terminalAt('05');
    expect(await terminal.ask('quit')).toBe('redis-cli has left; a command starts it again.');
    expect(await terminal.ask('PING')).toBe('PONG');
  });

  test('is broken off by Ctrl+C, whatever it waits for', async () => {
    const server = await startStep('03');
    const [first, second] = [1, 2].map(() => new BareTerminal((client) => server.connect(client)));
    expect(await first?.ask('PING')).toBe('PONG');
    const asked = second?.ask('PING');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(second?.rows).toEqual([]);
    second?.cli.interrupt();
    expect(await asked).toBe('^C');
    expect(await first?.ask('PING')).toBe('PONG');
  });
});
