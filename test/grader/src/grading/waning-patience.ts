import type { Patience } from '@toy-redis/conformance';
import type { Finding } from './finding.ts';

/** Whoever is silent is waited for half as long the next time, down to this, in ms. */
const LEAST_MS = 1000;
/** Whoever is seen so has been waited for in vain, to the end of our patience. */
const SILENT = ['silent', 'waits'];

/** How long a server is waited for that has been silent so often. */
export function wane({ first, next }: Patience, findings: readonly Finding[]): Patience {
  const silences = findings.filter(({ result }) => SILENT.includes(result.mismatch?.outcome.kind ?? ''));
  const shorter = (ms: number) => Math.max(ms / 2 ** silences.length, Math.min(ms, LEAST_MS));
  return { first: shorter(first), next: shorter(next) };
}
