import type { Costs } from './costs.ts';
import type { Gap } from './coverage/reach.ts';
import type { Chunks } from './search.ts';
import type { Finding } from './target.ts';

/** What came of fuzzing a decoder. */
export type Report = {
  target: string;
  inputs: number;
  bytes: number;
  /** Blocks of the decoder's source that inputs executed, of all. */
  reached: number;
  blocks: number;
  /** Blocks that none can. */
  excused: number;
  /** Blocks that none did but could; none are missed by a run that was broken off. */
  missed: Gap[];
  /** Of all streams, the one whose work grew most when it was twice as long. */
  mostWork?: Costs;
  /** Of those that are longer than a promise, the one of which most was held for each byte. */
  mostHeld?: Costs;
  findings: Found[];
};

/** A finding, and the title of the case that shows it, if it was no new one. */
type Found = { finding: Finding; title?: string };

/** Fewer bytes than this say more about what a decoder always holds. */
const SHORT = 1000;

export function emptyReport(target: string): Report {
  return { target, inputs: 0, bytes: 0, reached: 0, blocks: 0, excused: 0, missed: [], findings: [] };
}

/** Adds an input that was tried. */
export function countInput(report: Report, chunks: Chunks): void {
  report.inputs++;
  report.bytes += chunks.join('').length;
}

/** Keeps what a stream has cost, if none has cost more. */
export function keepWorst(report: Report, costs: Costs): void {
  if (costs.growth.ratio > (report.mostWork?.growth.ratio ?? 0)) report.mostWork = costs;
  if (costs.memory.sent < SHORT) return;
  if (heldPerByte(costs) > (report.mostHeld ? heldPerByte(report.mostHeld) : 0)) report.mostHeld = costs;
}

/** The bytes that are held for each that was sent. */
export function heldPerByte({ memory }: Costs): number {
  return memory.held / memory.sent;
}
