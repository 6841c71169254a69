import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folder that everything is in. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** The folder of each package, from the root: `steps/01-bind`. */
export function packageFolders(): string[] {
  const { workspaces }: { workspaces: string[] } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  return workspaces.flatMap(expand).filter((folder) => existsSync(join(ROOT, folder, 'package.json')));
}

function expand(workspace: string): string[] {
  if (!workspace.endsWith('/*')) return [workspace];
  const parent = workspace.slice(0, -'/*'.length);
  return readdirSync(join(ROOT, parent)).map((name) => `${parent}/${name}`);
}

/**
 * A copy of the repository, without what git ignores, for a test to spoil.
 * The copy's own empty git does the listing, so that this works where the original has none.
 */
export function copyRepository(): string {
  // Some systems reach their temporary folder by a link, and turbo compares real paths.
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'toy-redis-')));
  execFileSync('git', ['init', '--quiet', '--template=', copy]);
  const list = ['ls-files', '-z', '--others', '--exclude-standard'];
  const listed = execFileSync('git', ['--git-dir', join(copy, '.git'), '--work-tree', ROOT, ...list], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const file of listed.split('\0').filter(Boolean)) {
    cpSync(join(ROOT, file), join(copy, file), { recursive: true });
  }
  return copy;
}
