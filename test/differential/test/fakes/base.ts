import { createServer } from 'node:net';
import { read } from '../../src/compare/reading.ts';

/** What a server says to a message, of a connection with a number of its own. */
type Echo = (message: string, connection: number) => string;

/** A server that knows PING, ECHO and FLUSHALL, and says to ECHO what it is told to. */
export function serve(echo: Echo): void {
  let connections = 0;
  createServer((socket) => {
    const connection = ++connections;
    let [received, answered] = ['', 0];
    socket.setEncoding('latin1');
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      received += chunk;
      const { requests } = read(received);
      const replies = requests
        .slice(answered)
        .map(([name = '', ...words]) => answer(name, words, (message) => echo(message, connection)));
      answered = requests.length;
      if (replies.length > 0) socket.write(replies.join(''), 'latin1');
    });
  }).listen(Number(process.env.PORT), '127.0.0.1');
}

function answer(name: string, [message, ...more]: string[], echo: (message: string) => string): string {
  if (/^flushall$/i.test(name)) return '+OK\r\n';
  if (/^ping$/i.test(name)) return '+PONG\r\n';
  if (!/^echo$/i.test(name) || message === undefined || more.length > 0) return '-ERR no\r\n';
  const reply = echo(message);
  return `$${reply.length}\r\n${reply}\r\n`;
}
