import { execFileSync } from 'node:child_process';
import { runInSandbox } from '../src/sandbox/sandbox.ts';

/* A grader that prints what a program sees of its open files, and what one in a sandbox does. */
const [folder = ''] = process.argv.slice(2);
const ours = execFileSync('ls', ['-l', '/proc/self/fd'], { encoding: 'utf8' });
const { output } = await runInSandbox({
  folder,
  command: ['python3', 'look-around.py'],
  port: 6379,
  limits: { ms: 30_000, memoryBytes: 64 * 2 ** 20, processes: 8, outputBytes: 64 * 1024 },
});
console.log(JSON.stringify({ ours, theirs: output }));
