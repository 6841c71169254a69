import type { Servers } from '@toy-redis/bench/servers';
import type { RunningServer } from '@toy-redis/conformance';
import { inspect, takeStock } from './aftermath.ts';
import type { Fault } from './faults/fault.ts';
import { finding } from './findings.ts';
import type { Trial } from './plan.ts';
import { type FaultResult, type Finding, hasFailed, type ServerResults } from './results.ts';
import { type Subject, startOf } from './server/launch.ts';
import { measureUntil } from './wait.ts';

/** So much of a fault a server goes through before, lest code that is compiled late counts as a leak. */
const WARM_UP = 0.02;
const MOST_OUTPUT = 1000;
/** Clients learn first that a process ends. */
const EXIT_IS_SEEN_WITHIN_MS = 1000;

/** What a run has at hand. */
export type Run = { scale: number; servers: Servers; signal: AbortSignal; say: (line: string) => void };

/**
 * Tries faults on a server, each in a fresh process. What comes of it is added to `found` fault by fault,
 * so that whoever breaks off has what was found until then. Throws the signal's reason if it is aborted.
 */
export async function tryFaults(
  { subject, faults, leftOut }: Trial,
  found: ServerResults[],
  { scale, servers, signal, say }: Run,
): Promise<void> {
  const results: FaultResult[] = [];
  found.push({ server: subject.name, faults: results, leftOut: leftOut.map(({ name }) => name) });
  for (const fault of faults) {
    say(`${subject.name}: ${fault.name} …`);
    const result = await tryFault(subject, fault, scale, servers);
    // A server that this run has stopped has not failed.
    signal.throwIfAborted();
    say(`  ${result.findings.some(hasFailed) ? 'FAIL' : 'pass'}, ${result.durationSeconds.toFixed(1)} s`);
    results.push(result);
  }
}

/** Tries one fault on a fresh server. Throws a NotStartedError if that does not listen. */
export async function tryFault(
  subject: Subject,
  fault: Fault,
  scale: number,
  servers: Servers,
): Promise<FaultResult> {
  const began = performance.now();
  const server = await servers.start({ start: startOf(subject, fault.launch ?? {}) });
  try {
    const findings = await strike(server, fault, scale);
    const durationSeconds = (performance.now() - began) / 1000;
    return { name: fault.name, title: fault.title, durationSeconds, findings };
  } finally {
    await server.stop();
  }
}

async function strike(server: RunningServer, fault: Fault, scale: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    if (fault.leaves === 'nothing') return await fault.strike(server, scale);
    const small = await fault.strike(server, Math.min(WARM_UP, scale));
    if (small.some(hasFailed)) return small;
    const before = await takeStock(server);
    findings.push(...(await fault.strike(server, scale)));
    findings.push(...(await inspect(server, before, scale)));
  } catch (error) {
    findings.push(finding('the server does its part', await describe(error, server), false));
  }
  return findings;
}

async function describe(error: unknown, server: RunningServer): Promise<string> {
  const isGone = await measureUntil(() => !server.isRunning(), Boolean, EXIT_IS_SEEN_WITHIN_MS);
  if (!isGone) return error instanceof Error ? error.message : String(error);
  // What it printed comes after it is gone.
  await server.stop();
  return `it exited. It printed last: ${server.output().trim().slice(-MOST_OUTPUT) || 'nothing'}`;
}
