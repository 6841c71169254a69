export { escapeBytes, firstDifference } from './bytes.ts';
export { type Cell, type Check, cellOf, type Outcome, passes } from './check.ts';
export { type Diagnosis, diagnose } from './diagnoses.ts';
export { type Step, stepIn } from './lineage.ts';
export { NotStartedError, type RunningServer, runServer, type Start, startServer } from './process.ts';
export { type Result, runCheck, runChecks, type Verdict } from './run.ts';
export type { Address, Patience } from './session.ts';
export { story } from './story.ts';
export { checks } from './table.ts';
