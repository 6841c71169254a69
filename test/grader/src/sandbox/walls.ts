import { insideId, outsideId, type SandboxOptions } from './options.ts';
import { rationed } from './rations.ts';
import { namesOfHostsIn, PATH, systemIn } from './system.ts';

/*
 * Two sandboxes, one in the other. The outer one has a network of its own, and lays out in TREE what the
 * inner one has as its root; a program of ours can enter it (`beside.ts`). The fork is in the inner one,
 * from which it sees neither that program nor anything else of the outer one.
 */
const TREE = '/tmp';
const FORK = '/fork';
/** What bwrap makes unasked on the way to a mount, only its owner may read. */
const FOLDERS = [
  '/proc',
  '/dev',
  '/tmp',
  '/etc',
  '/etc/ssl',
  '/node',
  '/node/bin',
  '/node/lib',
  '/node/lib/node_modules',
];
/** A shell that runs what follows. Root without capabilities can end it, but not somebody else's process. */
const KEEPER = ['sh', '-c', '"$@"; exit "$?"', 'keeper'];
const TEMPORARY_BYTES = 64 * 2 ** 20;
const SHARED_BYTES = 16 * 2 ** 20;

/** The files on which the sandboxes tell the ids of their processes, and read what system calls to refuse. */
export const channels = { outer: 3, inner: 4, refused: 5 };

/** Whether the host's network is there, or one where nobody else is. */
export type Network = 'own' | 'of the host';

/** The command that runs a fork's command where it can do no harm. */
export function walledIn(options: SandboxOptions, network: Network): [string, ...string[]] {
  return [
    'bwrap',
    ...outerWalls(options, network),
    ...KEEPER,
    ...asOrdinaryUser(),
    'bwrap',
    ...innerWalls(options),
  ];
}

function outerWalls({ folder, readOnly = [] }: SandboxOptions, network: Network): string[] {
  const mayBecomeOrdinary = ['--cap-add', 'CAP_SETUID', '--cap-add', 'CAP_SETGID'];
  return [
    // Its first process is KEEPER, which leaves none behind when it ends.
    ...['--die-with-parent', '--unshare-pid', '--as-pid-1', '--info-fd', `${channels.outer}`],
    ...['--cap-drop', 'ALL'],
    ...(outsideId === undefined ? ['--unshare-user'] : mayBecomeOrdinary),
    ...(network === 'own' ? ['--unshare-net'] : []),
    ...['--ro-bind', '/', '/', '--bind', '/proc', '/proc', '--dev-bind', '/dev', '/dev', '--tmpfs', TREE],
    ...FOLDERS.flatMap((path) => ['--dir', TREE + path]),
    ...systemIn(TREE),
    ...(network === 'own' ? [] : namesOfHostsIn(TREE)),
    ...['--bind', folder, TREE + FORK],
    ...readOnly.flatMap(({ outside, inside }) => [
      ...foldersAbove(inside).flatMap((path) => ['--dir', TREE + path]),
      ...['--ro-bind', outside, TREE + inside],
    ]),
    '--',
  ];
}

function asOrdinaryUser(): string[] {
  if (outsideId === undefined) return [];
  return ['setpriv', '--reuid', `${outsideId}`, '--regid', `${outsideId}`, '--clear-groups', '--'];
}

function innerWalls({ command, port, env, limits }: SandboxOptions): string[] {
  const environment = { ...env, PORT: `${port}`, HOME: FORK, PATH, LANG: 'C.UTF-8' };
  return [
    ...['--die-with-parent', '--new-session', '--info-fd', `${channels.inner}`],
    ...['--seccomp', `${channels.refused}`, '--cap-drop', 'ALL', '--disable-userns'],
    ...['user', 'pid', 'ipc', 'uts', 'cgroup-try'].map((namespace) => `--unshare-${namespace}`),
    ...['--uid', `${insideId}`, '--gid', `${insideId}`, '--hostname', 'fork'],
    ...['--bind', TREE, '/', '--proc', '/proc', '--dev', '/dev'],
    ...['--perms', '1777', '--size', `${SHARED_BYTES}`, '--tmpfs', '/dev/shm'],
    ...['--perms', '1777', '--size', `${TEMPORARY_BYTES}`, '--tmpfs', '/tmp'],
    ...['--remount-ro', '/dev', '--remount-ro', '/', '--chdir', FORK, '--clearenv'],
    ...Object.entries(environment).flatMap(([name, value]) => ['--setenv', name, value]),
    ...['--', ...rationed(command, limits)],
  ];
}

/** From `/a/b/c`: `/a` and `/a/b`. */
function foldersAbove(path: string): string[] {
  const names = path.split('/').slice(1, -1);
  return names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`);
}
