import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const NOBODY = Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }));
const PATIENCE_MS = 600_000;
/** This one, and what needs no sandbox. */
const LEFT_OUT = ['as-nobody', 'examples'].flatMap((name) => ['--exclude', `**/${name}.test.ts`]);

test.runIf(process.getuid?.() === 0)(
  'all that holds for root holds for others',
  { timeout: PATIENCE_MS },
  () => {
    const home = mkdtempSync(join(tmpdir(), 'nobody-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    chownSync(home, NOBODY, NOBODY);
    const become = ['--reuid', `${NOBODY}`, '--regid', `${NOBODY}`, '--clear-groups', '--'];
    const tests = ['vitest', 'run', '--dir', import.meta.dirname, ...LEFT_OUT];
    const { status, stdout } = spawnSync('setpriv', [...become, ...tests], {
      cwd: join(import.meta.dirname, '..'),
      env: { PATH: process.env.PATH, HOME: home, NO_COLOR: '1' },
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/Tests {2}\d\d passed/);
    expect(status).toBe(0);
  },
);
