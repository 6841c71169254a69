// Installs what the lockfile names, if node_modules is not just that already: so that `npm start`
// and `npm test` work on a fresh clone, and cost nothing on any other. It runs on whatever Node is
// there, before there are any packages, and so it uses none.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [wanted, installed] = ['package-lock.json', 'node_modules/.package-lock.json'].map(packagesIn);

if (Object.entries(wanted).some(([path, entry]) => isMissing(path, entry))) {
  console.log('Installing what the lockfile names …');
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('Could not install the packages. Is there a network? Try again with: npm ci');
    process.exit(status ?? 1);
  }
}

function packagesIn(lockfile) {
  try {
    return JSON.parse(readFileSync(new URL(`../${lockfile}`, import.meta.url), 'utf8')).packages;
  } catch {
    return {};
  }
}

/** A package for another platform is optional, and rightly missing. */
function isMissing(path, { version, link, optional }) {
  if (!path.startsWith('node_modules/')) return false;
  const found = installed[path];
  return found ? found.version !== version || found.link !== link : !optional;
}
