import { setImmediate as turn } from 'node:timers/promises';
import type { Case } from './cases/case.ts';
import { costsOf, judgeCosts, repeated } from './costs.ts';
import { stretchesIn } from './coverage/painting.ts';
import { listFunctions, takeCounts } from './coverage/profiler.ts';
import { type Gap, Reach } from './coverage/reach.ts';
import { sourcesOf } from './coverage/sources.ts';
import { judge } from './judge.ts';
import { countInput, emptyReport, keepWorst, type Report } from './report.ts';
import { type Chunks, inputsFor, tryInputs } from './search.ts';
import type { Family, Finding, Target } from './target.ts';

/** How long to search: so many ms, and no more than so many inputs; or until the signal. */
export type Effort = { seed: number; ms: number; runs: number; signal: AbortSignal };

/** So many inputs are judged by what comes of them; of the one after them, costs are measured, too. */
const BATCH = 200;
/** Code that so many inputs have not reached is not reached at all. Until then, time is no excuse. */
const ENOUGH = 20_000;

/** Fuzzes a decoder: with the cases that are its own, with its hard streams, and with what it takes to find more. */
export async function fuzz(target: Target, cases: readonly Case[], effort: Effort): Promise<Report> {
  const report = emptyReport(target.name);
  const files = sourcesOf(target.entry);
  const reach = new Reach(files);
  const { signal } = effort;
  const end = Date.now() + effort.ms;
  const addReach = () => reach.add(stretchesIn(takeCounts(), files));
  const measure = (family: Family, chunks: Chunks): Finding | undefined => {
    const costs = costsOf(target, files, family);
    keepWorst(report, costs);
    return judgeCosts(costs, chunks, target);
  };
  const judgeInput = (chunks: Chunks) => {
    countInput(report, chunks);
    return judge(target, chunks);
  };
  const measureInput = (chunks: Chunks) => firstOf(repeated(chunks), (each) => measure(each, chunks));

  reach.add(stretchesIn(listFunctions(), files));
  for (const { chunks, title } of cases) {
    if (signal.aborted) break;
    const finding = judgeInput(chunks);
    addReach();
    const found = finding ?? measureInput(chunks);
    if (found) report.findings.push({ finding: found, title });
    await turn();
  }
  for (const family of target.families) {
    if (signal.aborted) break;
    const finding = measure(family, [...family.chunks(family.units)]);
    if (finding) report.findings.push({ finding, title: `A stream of ${target.name}` });
    await turn();
  }
  const inputs = inputsFor(target);
  const isOver = () => signal.aborted || report.findings.length > 0 || report.inputs >= effort.runs;
  const isEnough = () => report.inputs >= ENOUGH || missedBy(reach, target).length === 0;
  for (let seed = effort.seed; !isOver() && !(Date.now() > end && isEnough()); seed++) {
    takeCounts();
    const runs = Math.min(BATCH, effort.runs - report.inputs);
    const finding = tryInputs(inputs, { seed, runs }, judgeInput);
    addReach();
    const isTime = Date.now() < end;
    const found = finding ?? (isTime ? tryInputs(inputs, { seed: -seed, runs: 1 }, measureInput) : undefined);
    if (found) report.findings.push({ finding: found });
    await turn();
  }
  const { reached, all, gaps } = reach.blocks;
  const missed = missedBy(reach, target);
  const isWhole = !signal.aborted && report.findings.length === 0;
  const excused = gaps.length - missed.length;
  return { ...report, reached, excused, blocks: all, missed: isWhole ? missed : [] };
}

function missedBy(reach: Reach, { excuses }: Target): Gap[] {
  const isExcused = ({ file, code }: Gap) =>
    excuses.some((each) => each.file === file && code.startsWith(each.code));
  return reach.blocks.gaps.filter((gap) => !isExcused(gap));
}

function firstOf<Each, Result>(all: readonly Each[], find: (each: Each) => Result | undefined) {
  for (const each of all) {
    const found = find(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
