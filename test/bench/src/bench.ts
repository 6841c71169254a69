import { describeMachine } from './environment.ts';
import { UsageError } from './errors.ts';
import type { Options } from './options.ts';
import type { Run } from './parts/part.ts';
import { measureParts } from './parts/plan.ts';
import type { Results, Versions } from './results.ts';
import { type Contender, startContender } from './servers/contenders.ts';
import type { Subject } from './servers/subjects.ts';

/** Measures what was asked for. Throws a UsageError if a server that was named cannot be measured. */
export async function bench(
  options: Options,
  subjects: Subject[],
  versions: Versions,
  run: Run,
): Promise<Results> {
  const began = new Date();
  const contenders = await findContenders(options, subjects, run);
  const findings = await measureParts(options, contenders, run);
  const { depths: pipelineDepths, rounds = null, json: _, ...rest } = options;
  return {
    schema: 'toy-redis-bench/1',
    date: began.toISOString(),
    durationSeconds: (Date.now() - began.getTime()) / 1000,
    machine: describeMachine(),
    versions,
    options: { ...rest, pipelineDepths, rounds },
    servers: contenders.map(({ name, kind, command }) => ({ name, kind, command })),
    ...findings,
  };
}

/** Starts all, and finds out who can be measured and how. */
async function findContenders(options: Options, subjects: Subject[], run: Run): Promise<Contender[]> {
  const contenders: Contender[] = [];
  for (const subject of subjects) {
    const contender = await startContender(subject, run.servers);
    const problem = problemOf(contender, options);
    if (problem === undefined) {
      contenders.push(contender);
      for (const note of notesOn(contender)) run.progress.say(note);
    } else if (subject.kind === 'step' && options.steps.includes('all')) {
      await contender.server.stop();
      run.progress.say(`Left out: ${subject.name}, as ${problem}.`);
    } else {
      throw new UsageError(`${subject.name} cannot be measured, as ${problem}. Choose others: see --help`);
    }
  }
  return contenders;
}

function problemOf({ abilities }: Contender, { depths }: Options): string | undefined {
  if (!abilities.concurrent) return 'it does not reply +PONG to a PING while another client is connected';
  if (!abilities.pipelines && !depths.includes(1))
    return 'it replies once per read, which allows depth 1 only';
  return undefined;
}

function notesOn({ name, abilities }: Contender): string[] {
  const once = `${name} replies once per read: it is measured at depth 1 only.`;
  const bare = `${name} does not do SET and GET: it is measured by PING.`;
  return [...(abilities.pipelines ? [] : [once]), ...(abilities.stores ? [] : [bare])];
}
