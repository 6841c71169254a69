import type { Options } from '../options.ts';
import type { Part } from '../results.ts';
import type { Contender } from '../servers/contenders.ts';
import { planExpiry } from './expiry.ts';
import { planGrowth } from './growth.ts';
import { planIdleConnections } from './idle-connections.ts';
import { planMemory } from './memory.ts';
import type { Findings, PlannedPart, Run } from './part.ts';
import { planStartup } from './startup.ts';
import { planThroughput } from './throughput.ts';

type Plan = (options: Options, contenders: Contender[], run: Run) => PlannedPart;

/** Those that measure the servers that were started for all. */
const STANDING = new Map<Part, Plan>([
  ['throughput', planThroughput],
  ['growth', planGrowth],
]);
/** Those that start their own, when the others are stopped. */
const FRESH = new Map<Part, Plan>([
  ['memory', planMemory],
  ['connections', planIdleConnections],
  ['expiry', planExpiry],
  ['startup', planStartup],
]);

const NOTHING: Findings = {
  throughput: [],
  growth: { connections: [], valueSizes: [] },
  memory: null,
  connections: null,
  expiry: null,
  startup: null,
};

/** Measures all parts that were asked for. It stops the contenders on its way. */
export async function measureParts(options: Options, contenders: Contender[], run: Run): Promise<Findings> {
  const planAll = (plans: Map<Part, Plan>) =>
    Array.from(plans)
      .filter(([part]) => options.parts.includes(part))
      .map(([, plan]) => plan(options, contenders, run))
      .filter((part) => expectPart(part, run));
  const [standing, fresh] = [planAll(STANDING), planAll(FRESH)];
  let findings = NOTHING;
  const measure = async ({ name, measure }: PlannedPart) => {
    run.progress.part(name);
    findings = { ...findings, ...(await measure()) };
  };
  for (const part of standing) await measure(part);
  await run.servers.stopAll();
  for (const part of fresh) await measure(part);
  return findings;
}

function expectPart({ name, seconds, obstacle }: PlannedPart, { progress }: Run): boolean {
  const reason = obstacle ?? (seconds === 0 ? 'none of the chosen servers can do what it takes' : undefined);
  if (reason !== undefined) progress.say(`Left out: ${name}, as ${reason}.`);
  else progress.expect(seconds);
  return reason === undefined;
}
