import { createServer } from 'node:net';
import { read } from '../../src/compare/reading.ts';

/** What a server says to a message. */
type Echo = (message: string) => string;

/** A server that knows PING, ECHO and FLUSHALL, and says to ECHO what it is told to. */
export function serve(echo: Echo): void {
  createServer((socket) => {
    let [received, answered] = ['', 0];
    socket.setEncoding('latin1');
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      received += chunk;
      const { requests } = read(received);
      const replies = requests.slice(answered).map(([name = '', ...words]) => answer(name, words, echo));
      answered = requests.length;
      if (replies.length > 0) socket.write(replies.join(''), 'latin1');
    });
  }).listen(Number(process.env.PORT), '127.0.0.1');
}

function answer(name: string, [message, ...more]: string[], echo: Echo): string {
  if (/^flushall$/i.test(name)) return '+OK\r\n';
  if (/^ping$/i.test(name)) return '+PONG\r\n';
  if (!/^echo$/i.test(name) || message === undefined || more.length > 0) return '-ERR no\r\n';
  const reply = echo(message);
  return `$${reply.length}\r\n${reply}\r\n`;
}
