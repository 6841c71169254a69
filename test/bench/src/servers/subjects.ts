import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { Start } from '@toy-redis/conformance';
import { UsageError } from '../errors.ts';
import type { Options } from '../options.ts';
import type { ServerDescription } from '../results.ts';
import { chooseSteps } from './steps.ts';

/** A server that can be measured. */
export type Subject = ServerDescription & { start: Start };

/** A word ends at a space, unless that stands in quotes. */
const WORD = /(?:'[^']*'|"[^"]*"|[^\s'"])+/g;
const QUOTED = /'([^']*)'|"([^"]*)"/g;

/** Whom to measure. Throws a UsageError if there is no such step, or a command line has no words. */
export function chooseSubjects({ steps, servers }: Options, folder: string): Subject[] {
  const others = servers.map((command, index) => {
    const before = servers.slice(0, index).filter((each) => each === command).length;
    return subject('other', before === 0 ? command : `${command} #${before + 1}`, command, folder);
  });
  const own = chooseSteps(steps).map(({ name, folder, command }) => subject('step', name, command, folder));
  return [...own, ...others, bareSocket(), redis()];
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
