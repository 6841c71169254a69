import { expect, it } from 'vitest';
import { runCourse } from '../test/grade/course.ts';
import { folderWith } from '../test/grade/folder.ts';
import { inFolder, PONG, resultOf } from '../test/grade/pong.ts';
import { type Registry, serveGreeting } from './registry.ts';

const PATIENCE = { timeout: 120_000 };

/** Ends with 0 if it reaches that port of this host, and with 3 if it does not. */
const reach = (port: number) =>
  `require('node:net').connect(${port}, '127.0.0.1', () => process.exit(0)).on('error', () => process.exit(3));`;

/** Does not serve if it can reach that port, by which its packages came. */
const serveUnlessReached = (port: number) =>
  `require('node:net').connect(${port}, '127.0.0.1', () => process.exit(9)).on('error', () => {
    console.log(require('greeting'));
    ${PONG}
  });`;

const withPackagesOfItsOwn = ({ port, lockfile }: Registry) => ({
  'package.json': '{ "name": "fork", "version": "1.0.0", "dependencies": { "greeting": "1.0.0" } }',
  'package-lock.json': lockfile,
  'steps/01-bind/package.json': '{ "scripts": { "start": "node server.cjs" } }',
  'steps/01-bind/server.cjs': serveUnlessReached(port),
});

const builtAfar = ({ port }: Registry) => ({
  'course.json':
    '{ "name": "ada", "build": "node reach.cjs", "start": "! node reach.cjs && node server.cjs" }',
  'reach.cjs': reach(port),
  'server.cjs': PONG,
});

async function grade(fork: (registry: Registry) => Record<string, string>, ...flags: string[]) {
  const registry = await serveGreeting();
  const here = folderWith(inFolder('ada', fork(registry)));
  const { code } = await runCourse(here, 'grade', 'ada', '--step', '01', ...flags);
  return { code, result: resultOf(here, 'ada'), visits: registry.visits() };
}

it('with --allow-network a build reaches this host, and the server does not', PATIENCE, async () => {
  const { code, result } = await grade(builtAfar, '--allow-network');
  expect(result).toMatchObject({ reason: null, reached: '01' });
  expect(code).toBe(0);
});

it('without it, neither does', PATIENCE, async () => {
  const { code, result } = await grade(builtAfar);
  expect(result.reason).toMatch(/^`node reach\.cjs` failed: it exited with code 3\./);
  expect(code).toBe(1);
});

it('with it, a fork of the course installs the packages that it names', PATIENCE, async () => {
  const { result, visits } = await grade(withPackagesOfItsOwn, '--allow-network');
  expect(result).toMatchObject({ layout: 'steps', reason: null, reached: '01' });
  expect(visits).toBe(1);
});

it('without it, that fork is told of the flag, and nothing is fetched', PATIENCE, async () => {
  const { result, visits } = await grade(withPackagesOfItsOwn);
  expect(result).toMatchObject({ layout: 'steps', verdict: 'ungradable' });
  expect(result.reason).toMatch(/^expected the package-lock\.json of the course.*--allow-network$/);
  expect(visits).toBe(0);
});
