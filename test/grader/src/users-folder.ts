import { sep } from 'node:path';

/**
 * Where the user stands. In a folder of a workspace npx moves up to the workspace, and tells in INIT_CWD
 * where it was; what another npm has left there, such as one that runs tests, lies elsewhere.
 */
export function usersFolder(cwd: string, initCwd: string | undefined): string {
  if (initCwd === undefined) return cwd;
  return initCwd.startsWith(cwd + sep) ? initCwd : cwd;
}
