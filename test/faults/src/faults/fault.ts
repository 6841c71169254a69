import type { RunningServer } from '@toy-redis/conformance';
import type { Finding } from '../results.ts';
import type { Launch } from '../server/launch.ts';

/** A fault is something that clients, the clock or the machine do to a server. */
export type Fault = {
  name: string;
  /** What is done, in a few words. */
  title: string;
  launch?: Launch;
  /** What it takes besides SET and GET: keys with deadlines. */
  needs?: 'deadlines';
  /** Does it, with so many times what is usual, and finds out how the server takes it. */
  strike: (server: RunningServer, scale: number) => Promise<Finding[]>;
  /** Whether the server has to be afterwards as it was before, or gone. */
  leaves: 'server' | 'nothing';
};

/** What is usual, as many times as asked for, but 1 at least. */
export function scaled(usual: number, scale: number): number {
  return Math.max(1, Math.round(usual * scale));
}
