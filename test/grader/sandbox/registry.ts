import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { folderWith } from '../test/grade/folder.ts';
import { listening } from './listening.ts';

/** Where a package is to be had: the port on 127.0.0.1, a lockfile that names it, and how often it was asked for. */
export type Registry = { port: number; lockfile: string; visits: () => number };

const GREETING = { name: 'greeting', version: '1.0.0', main: 'index.js' };

/** Serves a package called `greeting` to whoever reaches this host, for as long as the test takes. */
export async function serveGreeting(): Promise<Registry> {
  const folder = folderWith({
    'package/package.json': JSON.stringify(GREETING),
    'package/index.js': 'module.exports = "hello";',
  });
  execFileSync('tar', ['-C', folder, '-czf', join(folder, 'greeting.tgz'), 'package']);
  const bytes = readFileSync(join(folder, 'greeting.tgz'));
  let visits = 0;
  const server = createServer((_, response) => {
    visits++;
    response.end(bytes);
  });
  const port = await listening(server);
  const resolved = `http://127.0.0.1:${port}/greeting.tgz`;
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  const packages = {
    '': { name: 'fork', version: '1.0.0', dependencies: { greeting: '1.0.0' } },
    'node_modules/greeting': { version: '1.0.0', resolved, integrity },
  };
  const lockfile = JSON.stringify({ name: 'fork', version: '1.0.0', lockfileVersion: 3, packages });
  return { port, lockfile, visits: () => visits };
}
