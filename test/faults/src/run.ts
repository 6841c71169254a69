import type { RunningServer } from '@toy-redis/conformance';
import { inspect, takeStock } from './aftermath.ts';
import type { Fault } from './faults/fault.ts';
import { finding } from './findings.ts';
import type { FaultResult, Finding, ServerResults } from './results.ts';
import type { Servers } from './server/servers.ts';
import type { Subject } from './server/subjects.ts';

/** So much of a fault a server goes through before, lest code that is compiled late counts as a leak. */
const WARM_UP = 0.02;
const MOST_OUTPUT = 500;

/** Tries faults on a server, each in a fresh process. */
export async function tryFaults(
  subject: Subject,
  faults: Fault[],
  scale: number,
  servers: Servers,
  say: (line: string) => void,
): Promise<ServerResults> {
  const results: FaultResult[] = [];
  for (const fault of faults) {
    say(`${subject.name}: ${fault.name} …`);
    const result = await tryFault(subject, fault, scale, servers);
    const failed = result.findings.filter(({ verdict }) => verdict === 'fail');
    say(`  ${failed.length === 0 ? 'pass' : 'FAIL'}, ${result.durationSeconds.toFixed(1)} s`);
    results.push(result);
  }
  return { server: subject.name, faults: results };
}

/** Tries one fault on a fresh server. Throws a NotStartedError if that does not listen. */
export async function tryFault(
  subject: Subject,
  fault: Fault,
  scale: number,
  servers: Servers,
): Promise<FaultResult> {
  const began = performance.now();
  const server = await servers.start(subject, fault.launch ?? {});
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
    await fault.strike(server, Math.min(WARM_UP, scale));
    const before = await takeStock(server);
    findings.push(...(await fault.strike(server, scale)));
    findings.push(...(await inspect(server, before, scale)));
  } catch (error) {
    findings.push(finding('the server does its part', describe(error, server), false));
  }
  return findings;
}

function describe(error: unknown, server: RunningServer): string {
  const problem = error instanceof Error ? error.message : String(error);
  if (server.isRunning()) return problem;
  return `it exited. It printed last: ${server.output().trim().slice(-MOST_OUTPUT) || 'nothing'}`;
}
