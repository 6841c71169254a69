import { startInSandbox } from '../src/sandbox/sandbox.ts';

/*
 * A grader that has a server and a program beside it, and waits to be killed. Both can be told by the
 * word it is given.
 */
const [folder = '', mark = ''] = process.argv.slice(2);
const server = await startInSandbox({
  folder,
  command: ['sh', '-c', `trap '' TERM HUP; setsid sleep 600 & sleep 600; : server ${mark}`],
  port: 6379,
  limits: { ms: 600_000, memoryBytes: 64 * 2 ** 20, processes: 8, outputBytes: 1024 },
});
server.beside(['sh', '-c', `sleep 600; : beside ${mark}`]).on('spawn', () => console.log('up'));
