import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether there is Linux's `script`, which runs a command as on a terminal. */
export const hasTerminal = spawnSync('script', ['--version']).status === 0;

/** A browser that writes down where it is sent. */
export type Browser = { command: string; sentTo: () => string | undefined; remove: () => void };

/** Makes such a browser. */
export function makeBrowser(): Browser {
  const folder = mkdtempSync(join(tmpdir(), 'toy-redis-browser-'));
  const [command, seen] = [join(folder, 'browser'), join(folder, 'seen')];
  writeFileSync(command, `#!/bin/sh\nprintf %s "$1" > '${seen}'\n`, { mode: 0o755 });
  return {
    command,
    sentTo: () => (existsSync(seen) ? readFileSync(seen, 'utf8') : undefined),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** What has been printed so far, and Ctrl-C, which resolves when all is over. */
export type Terminal = { output: () => string; breakOff: () => Promise<void> };

/** Opens the course as on a terminal; resolves once it has said where. */
export async function openOnTerminal(folder: string, env: NodeJS.ProcessEnv): Promise<Terminal> {
  const { VITEST: _, CI: __, ...own } = process.env;
  const command = `${process.execPath} docs/src/start/main.ts`;
  const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: folder, env: { ...own, ...env } });
  const over = once(child, 'exit');
  let output = '';
  await new Promise<void>((said) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (output.includes('Ctrl-C ends it.')) said();
    });
    child.once('exit', () => said());
  });
  return {
    output: () => output,
    breakOff: async () => {
      child.stdin.write('\x03');
      await over;
    },
  };
}
