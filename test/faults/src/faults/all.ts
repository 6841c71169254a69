import { emptyPromises } from './empty-promises.ts';
import type { Fault } from './fault.ts';
import { hugeValue } from './huge-value.ts';
import { idleConnections } from './idle-connections.ts';
import { manyDeadlines } from './many-deadlines.ts';
import { noFiles } from './no-files.ts';
import { noTimers } from './no-timers.ts';
import { resets } from './resets.ts';
import { sigterm } from './sigterm.ts';
import { slowReader } from './slow-reader.ts';
import { slowWriters } from './slow-writers.ts';
import { stoppedProcess } from './stopped-process.ts';

/** All faults, in the order in which they are tried. */
export const faults: Fault[] = [
  idleConnections,
  resets,
  slowReader,
  slowWriters,
  hugeValue,
  emptyPromises,
  manyDeadlines,
  stoppedProcess,
  noTimers,
  noFiles,
  sigterm,
];
