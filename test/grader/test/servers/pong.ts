// Says PONG to whatever it is asked; but it dies, is silent, floods, drips or goes elsewhere as its words tell it.
import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';

/** Where it leaves a trace, if it does. */
const trace = process.argv.at(-1) ?? '';
const has = (word: string) => process.argv.includes(word);
const port = has('elsewhere') ? 0 : Number(process.env.PORT);

if (has('exits')) {
  console.error('Boom, at line 3');
  process.exit(3);
}
if (has('will-not-die')) process.on('SIGTERM', () => {});
if (has('in-the-background')) {
  const args = process.argv.slice(1).filter((word) => word !== 'in-the-background');
  spawn(process.execPath, args, { stdio: 'ignore', detached: true }).unref();
  process.exit();
}
if (has('nowhere')) {
  console.log('I think about it');
  setInterval(() => {}, 1000);
} else {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      if (has('dies-of-all') || (has('dies-of-echo') && bytes.includes('ECHO'))) {
        console.error('I cannot bear it');
        process.exit(1);
      }
      if (has('is-silent')) return;
      if (has('drips')) return drip(socket);
      if (has('dies-after-inline') && isInline(bytes)) setTimeout(() => process.exit(1), 10);
      if (has('dies-once') && isInline(bytes) && !existsSync(trace)) {
        writeFileSync(trace, 'I was here');
        process.exit(1);
      }
      if (has('says-pang')) console.error(`It said ${JSON.stringify(`${bytes}`)}`);
      socket.write(has('says-pang') ? '+PANG\r\n' : '+PONG\r\n');
      if (has('floods')) for (;;) if (!socket.write('+PONG\r\n'.repeat(10_000))) break;
    });
    if (has('floods')) socket.on('drain', () => socket.write('+PONG\r\n'.repeat(10_000)));
  });
  server.listen(port, has('on-ipv6-only') ? '::1' : '127.0.0.1', () => console.log('I am there'));
}

function isInline(bytes: Buffer): boolean {
  return bytes.toString() === 'PING\r\n';
}

/** A byte now and then, in the hope that somebody waits for all of them. */
function drip(socket: Socket): void {
  let dripped = 0;
  setInterval(() => socket.write('+PONG\r\n'.charAt(dripped++ % 7)), 150).unref();
}
