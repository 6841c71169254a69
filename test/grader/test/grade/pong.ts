import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Replies +PONG to everything: steps 01 and 02 pass, and with 04 the rest begins to fail. */
export const PONG = `require('node:net').createServer((socket) => {
  socket.on('data', () => socket.write('+PONG\\r\\n')).on('error', () => {});
}).listen(process.env.PORT, '127.0.0.1');`;

/** The files of a fork with that server. */
export const forkOf = (start: string, build?: string) => ({
  'server.cjs': PONG,
  'course.json': JSON.stringify({ name: 'a test', start, ...(build === undefined ? {} : { build }) }),
});

/** These files in a folder of that name. */
export const inFolder = (name: string, files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${name}/${path}`, text]));

/** What `grades` in a folder says of a fork. */
export const resultOf = (here: string, fork: string) =>
  JSON.parse(readFileSync(join(here, `grades/results/${fork}.json`), 'utf8'));

/** A result as it is, times aside. */
export const timeless = (file: string) => readFileSync(file, 'utf8').replace(/"ms": \d+/g, '"ms": 0');
