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

export type ServerResults = { server: string; faults: FaultResult[] };

export type FaultResult = {
  name: string;
  /** What is done to the server. */
  title: string;
  durationSeconds: number;
  findings: Finding[];
};

/** One thing that is asked of a server, and what it reached. */
export type Finding = { asked: string; reached: string; verdict: Verdict };

export type Verdict = 'pass' | 'fail';

/** Whether all that was asked was reached. */
export function isPassed({ servers }: Results): boolean {
  const findings = servers.flatMap(({ faults }) => faults.flatMap((fault) => fault.findings));
  return findings.every(({ verdict }) => verdict === 'pass');
}
