import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderWith } from './folder.ts';
import { forkOf, inFolder } from './pong.ts';

const PROGRAM = join(import.meta.dirname, '../../src/main.ts');

/** Grades a fork, whose name has colours, on a terminal of so many columns, with little memory. */
function gradeOn(columns: number): string {
  const here = folderWith(inFolder('po\u001b[7mng', forkOf('node server.cjs', 'sleep 1')));
  const line = `${process.execPath} --max-old-space-size=64 ${PROGRAM} grade po* --no-sandbox --step 01`;
  const words = ['-qec', `stty columns ${columns}; ${line}`, '/dev/null'];
  const env = { PATH: process.env.PATH, TERM: 'xterm' };
  return spawnSync('script', words, { cwd: here, env, encoding: 'utf8', timeout: 60_000 }).stdout;
}

it.runIf(process.platform === 'linux')(
  'is shown on a terminal, but not on one without columns',
  { timeout: 120_000 },
  () => {
    expect(gradeOn(80)).toContain('0 of 1 forks. Now: pong');
    const cramped = gradeOn(0);
    expect(cramped).not.toContain('0 of 1 forks');
    expect(cramped).toMatch(/^pong +01/m);
  },
);
