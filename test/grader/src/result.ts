import type { Diagnosis, Verdict } from '@toy-redis/conformance';

/** What became of a fork: what `results/<fork>.json` holds. Its schema is `result.schema.json`. */
export type ForkResult = {
  schema: 'toy-redis-result/1';
  fork: string;
  /** The commit that was graded; null if the fork is no git repository. */
  commit: string | null;
  /** `server` is one server in any language, `steps` this repository's own; null if it is neither. */
  layout: Layout | null;
  /** A fork is `ungradable` if its server has never started, or could not be looked for. */
  verdict: 'graded' | 'ungradable';
  /** Why it is ungradable, with its last output; null if it is graded. */
  reason: string | null;
  /** The last step up to which every core check passes; null if there is none. */
  reached: string | null;
  /** Of `max`: steps weigh the same, unless told otherwise, and within one, core checks do. */
  score: number;
  max: 100;
  steps: StepResult[];
};

export type Layout = 'server' | 'steps';

export type StepResult = {
  /** `05` */
  step: string;
  verdict: StepVerdict;
  /** Why the step is ungradable, or what could not be told of it, such as what its server died of; else null. */
  reason: string | null;
  checks: CheckResult[];
  diagnoses: Diagnosis[];
};

/** A step passes if every core check does; it is ungradable if its server does not start, or dies. */
export type StepVerdict = 'pass' | 'fail' | 'ungradable';

export type CheckResult = {
  /** `resp/split-writes` */
  id: string;
  title: string;
  tier: 'core' | 'full';
  verdict: Verdict;
  /** In words or as escaped bytes; empty if the check passes. */
  expected: string;
  received: string;
  /** What was said on the wire, line by line, in the order of time. */
  transcript: string[];
  why: string;
  hint: string;
  ms: number;
};
