import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../course.ts';

const TIMEOUT = 60_000;
const MAIN = join(import.meta.dirname, '../../src/main.ts');
const NEXT = 'Checks again when you save.';

const server = (reply: string) => `
  require('node:net').createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', () => socket.write('${reply}\\r\\n'));
  }).listen(process.env.PORT, '127.0.0.1');
  require('node:fs').writeFileSync('port.txt', process.env.PORT);
`;

test('checks again at each save, and leaves nothing running when it is ended', {
  timeout: TIMEOUT,
}, async () => {
  const folder = await temporaryFolder();
  const save = (reply: string) => writeFile(join(folder, 'server.cjs'), server(reply));
  await save('+PANG');
  const words = ['check', folder, '--watch', '--step', '02', '--', process.execPath, 'server.cjs'];
  const child = spawn(process.execPath, [MAIN, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  const says = (text: string) => expect.poll(() => out, { timeout: TIMEOUT }).toContain(text);
  await says(NEXT);
  expect(out).toContain('received  "+PANG');
  out = '';
  await save('+PONG');
  await says('All passes up to step 02.');
  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  expect(code).toBe(130);
});
