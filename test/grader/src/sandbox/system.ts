import { existsSync, lstatSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SYSTEM = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64'];
const SETTINGS = ['alternatives', 'ld.so.cache', 'ld.so.conf', 'ld.so.conf.d', 'localtime', 'ssl/certs'];
const OWN_SETTINGS = join(import.meta.dirname, 'etc');

/** Where a fork finds programs: our Node before all others. */
export const PATH = '/node/bin:/usr/local/bin:/usr/bin:/bin';

/** Arguments of bwrap by which the folder `root` becomes a system that can be read, with nobody's home. */
export function systemIn(root: string): string[] {
  return [...programsIn(root), ...settingsIn(`${root}/etc`), ...nodeIn(`${root}/node`)];
}

/** Arguments of bwrap by which names on the network can be looked up. */
export function namesOfHostsIn(root: string): string[] {
  return ['--ro-bind-try', realpathIfAny('/etc/resolv.conf'), `${root}/etc/resolv.conf`];
}

function programsIn(root: string): string[] {
  return SYSTEM.filter(existsSync).flatMap((path) =>
    lstatSync(path).isSymbolicLink()
      ? ['--symlink', readlinkSync(path), root + path]
      : ['--ro-bind', path, root + path],
  );
}

function settingsIn(etc: string): string[] {
  const java = readdirSync('/etc').filter((name) => name.startsWith('java'));
  const ofTheHost = [...SETTINGS, ...java].flatMap((name) => [
    '--ro-bind-try',
    `/etc/${name}`,
    `${etc}/${name}`,
  ]);
  const own = readdirSync(OWN_SETTINGS).flatMap((name) => [
    '--ro-bind',
    join(OWN_SETTINGS, name),
    `${etc}/${name}`,
  ]);
  return [...ofTheHost, ...own];
}

/** The folder of our Node may hold more than Node, so only what belongs to it is shown. */
function nodeIn(folder: string): string[] {
  const npm = join(dirname(process.execPath), '../lib/node_modules/npm');
  const cli = '../lib/node_modules/npm/bin';
  return [
    ...['--ro-bind', process.execPath, `${folder}/bin/node`],
    ...(existsSync(npm)
      ? [
          ...['--ro-bind', npm, `${folder}/lib/node_modules/npm`],
          ...['--symlink', `${cli}/npm-cli.js`, `${folder}/bin/npm`],
          ...['--symlink', `${cli}/npx-cli.js`, `${folder}/bin/npx`],
        ]
      : []),
  ];
}

function realpathIfAny(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}
