export { untilBrokenOff } from './break-off.ts';
export { escapeBytes, excerpt, firstDifference } from './bytes.ts';
export { type Cell, type Check, cellOf, type Outcome, passes } from './check.ts';
export { type Diagnosis, diagnose, misconceptions } from './diagnoses.ts';
export { type Step, stepIn } from './lineage.ts';
export { describe, type Expectation, Mismatch } from './mismatch.ts';
export {
  freePort,
  NotStartedError,
  type RunningServer,
  runServer,
  type Start,
  startServer,
} from './process.ts';
export { type Result, runCheck, runChecks, type Verdict } from './run.ts';
export type { Address, Patience } from './session.ts';
export { story, whereTheyPart } from './story.ts';
export { checks } from './table.ts';
