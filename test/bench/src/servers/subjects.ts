import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Start } from '@toy-redis/conformance';
import { UsageError } from '../errors.ts';
import type { Options } from '../options.ts';
import type { ServerDescription } from '../results.ts';

/** A server that can be measured. */
export type Subject = ServerDescription & { start: Start };

const STEPS = resolve(import.meta.dirname, '../../../../steps');
/** A word ends at a space, unless that stands in quotes. */
const WORD = /(?:'[^']*'|"[^"]*"|[^\s'"])+/g;
const QUOTED = /'([^']*)'|"([^"]*)"/g;

/** Whom to measure. Throws a UsageError if there is no such step, or a command line has no words. */
export function chooseSubjects({ steps, servers }: Options, folder: string): Subject[] {
  const others = servers.map((command, index) => {
    const before = servers.slice(0, index).filter((each) => each === command).length;
    return subject('other', before === 0 ? command : `${command} #${before + 1}`, command, folder);
  });
  return [...chooseSteps(steps).map(stepSubject), ...others, bareSocket(), redis()];
}

/** By number or by name, `all` of them, or the last. */
function chooseSteps(chosen: string[]): string[] {
  const all = readdirSync(STEPS)
    .filter((name) => existsSync(join(STEPS, name, 'package.json')))
    .sort();
  if (chosen.length === 0) return all.slice(-1);
  const known = ['all', ...all, ...all.map(numberOf)];
  const unknown = chosen.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(`--steps: expected all or some of ${all.map(numberOf).join(',')}, got '${unknown}'`);
  }
  return all.filter((name) => ['all', name, numberOf(name)].some((each) => chosen.includes(each)));
}

function numberOf(name: string): string {
  return name.split('-')[0] ?? name;
}

/** A step, started as a learner starts it: by its `npm start`, without npm. */
function stepSubject(name: string): Subject {
  const folder = join(STEPS, name);
  const { scripts }: { scripts: { start: string } } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  return subject('step', name, scripts.start, folder);
}

function bareSocket(): Subject {
  return subject('limit', 'bare socket', 'node bare-socket.ts', resolve(import.meta.dirname, '..'));
}

function redis(): Subject {
  const only = "--bind 127.0.0.1 --port {port} --save '' --appendonly no --daemonize no --maxclients 20000";
  return subject('redis', 'Redis', `redis-server ${only}`, tmpdir());
}

/** A command line as one writes it; it finds its port in `PORT`, and where it says `{port}`. */
function subject(kind: Subject['kind'], name: string, command: string, cwd: string): Subject {
  const [program, ...args] = wordsOf(command);
  if (program === undefined) throw new UsageError(`--server: expected a command line, got '${command}'`);
  // No shell and no npm in between: what is measured is the process that was started.
  const file = program === 'node' ? process.execPath : program;
  return {
    kind,
    name,
    command,
    start: { command: (port) => [file, ...args.map((arg) => arg.replaceAll('{port}', `${port}`))], cwd },
  };
}

function wordsOf(command: string): string[] {
  return Array.from(command.matchAll(WORD), ([word]) => word.replace(QUOTED, '$1$2'));
}
