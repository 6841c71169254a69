import type { RunningServer } from '@toy-redis/conformance';
import type { Progress } from '../output/progress.ts';
import type { Part, Results } from '../results.ts';
import { runRounds, type Samples, type Schedule, secondsOf } from '../rounds.ts';
import type { Contender } from '../servers/contenders.ts';
import { ServerExitedError, type Servers } from '../servers/servers.ts';

/** What goes through all parts of a run. */
export type Run = { servers: Servers; signal: AbortSignal; progress: Progress };

/** What the parts find out, each its own. */
export type Findings = Pick<
  Results,
  'throughput' | 'growth' | 'memory' | 'connections' | 'expiry' | 'startup'
>;

/** A part that is yet to be measured. */
export type PlannedPart = {
  name: Part;
  /** How long it takes, more or less; 0 if there is nobody to be measured. */
  seconds: number;
  /** Why it cannot be measured here at all. */
  obstacle?: string | undefined;
  measure: () => Promise<Partial<Findings>>;
};

/** A part that is measured by turns; `conclude` makes findings of the samples of its trials. */
export function planPart<Sample>(
  name: Part,
  schedule: Schedule<Sample>,
  { progress }: Run,
  conclude: (...samples: Samples<Sample>[]) => Partial<Findings>,
): PlannedPart {
  return {
    name,
    seconds: secondsOf(schedule),
    measure: async () => conclude(...(await runRounds(schedule, progress))),
  };
}

/** Starts a server, measures it and stops it. Throws a ServerExitedError if it exits by itself. */
export async function inFreshProcess<Sample>(
  contender: Contender,
  { servers }: Run,
  measure: (server: RunningServer) => Promise<Sample>,
): Promise<Sample> {
  const server = await servers.start(contender);
  try {
    return await measure(server);
  } catch (error) {
    throw server.isRunning() ? error : new ServerExitedError(server);
  } finally {
    await server.stop();
  }
}
