/** All that a run has found out: what `npm run test:faults -- --json FILE` writes. */
export type Results = {
  schema: 'toy-redis-faults/1';
  /** When the run began, in ISO 8601. */
  date: string;
  durationSeconds: number;
  node: string;
  scale: number;
  servers: ServerResults[];
};

export type ServerResults = {
  server: string;
  faults: FaultResult[];
  /** The names of those that it cannot take part in, as its keys have no deadlines. */
  leftOut: string[];
};

export type FaultResult = {
  name: string;
  /** What is done to the server. */
  title: string;
  durationSeconds: number;
  findings: Finding[];
};

/** One thing that is asked of a server, and what it reached. */
export type Finding = { asked: string; reached: string; verdict: 'pass' | 'fail' };

/** Whether the server did not reach what was asked of it. */
export function hasFailed({ verdict }: Finding): boolean {
  return verdict === 'fail';
}

/** Whether all that was asked was reached. */
export function isPassed({ servers }: Results): boolean {
  const findings = servers.flatMap(({ faults }) => faults.flatMap((fault) => fault.findings));
  return !findings.some(hasFailed);
}
