import { spawn } from 'node:child_process';

/** What opens an address in the browser of a system. */
const OPENERS: { [platform: string]: readonly string[] } = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Opens an address, if there is somebody at a screen; if that does not work, there is the address to read. */
export function openBrowser(address: string, opener: readonly string[] | undefined): void {
  const [command, ...args] = opener ?? [];
  if (command === undefined) return;
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

/** What to open a browser with: undefined in CI, over a pipe, where there is no screen, or with BROWSER=none. */
export function openerFor(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  isTerminal: boolean | undefined,
): readonly string[] | undefined {
  const { CI, BROWSER, DISPLAY, WAYLAND_DISPLAY } = env;
  if (!isTerminal || (CI && CI !== 'false') || BROWSER === 'none') return undefined;
  const opener = OPENERS[platform];
  if (!opener && !DISPLAY && !WAYLAND_DISPLAY) return undefined;
  return BROWSER ? [BROWSER] : (opener ?? ['xdg-open']);
}
