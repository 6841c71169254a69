import type { Address } from '@toy-redis/conformance';
import { DifferentialError } from '../errors.ts';
import { ask } from './ask.ts';

/** Which commands a step has of those that Redis has, and which it lacks; in small letters. */
export type Abilities = { commands: ReadonlySet<string>; lacks: ReadonlySet<string> };

const NAME = /\$\d+\r\n([^\r|]+)\r\n/g;
/** It ends a server that has it; no step does. */
const DEADLY = 'shutdown';

/** Whether a server speaks RESP: it says back what it is told. */
export async function speaksResp(address: Address): Promise<boolean> {
  return (await ask(address, 'ECHO differential')) === '$12\r\ndifferential\r\n';
}

/**
 * Asks a step for each of Redis's commands whether it has it. Nothing is concluded from the step's number.
 * Throws a NoCommandsError if Redis, from version 7 on, does not tell its own.
 */
export async function findAbilities(step: Address, redis: Address): Promise<Abilities> {
  const listed = await ask(redis, 'COMMAND LIST');
  const names = Array.from(listed.matchAll(NAME), ([, name = '']) => name.toLowerCase());
  if (!names.includes('echo')) throw new NoCommandsError(listed);
  const commands = new Set<string>();
  for (const name of names) if (name !== DEADLY && (await knows(step, name))) commands.add(name);
  return { commands, lacks: new Set(names.filter((name) => !commands.has(name))) };
}

async function knows(step: Address, name: string): Promise<boolean> {
  return !(await ask(step, name)).startsWith('-ERR unknown command');
}

class NoCommandsError extends DifferentialError {
  override name = 'NoCommandsError';

  constructor(got: string) {
    super(`expected Redis 7 to list its commands, got ${JSON.stringify(got.slice(0, 100))}`);
  }
}
