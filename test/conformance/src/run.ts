import { type Cell, type Check, passes, sameOutcome } from './check.ts';
import { describe, Mismatch, TooSlow } from './mismatch.ts';
import { type Address, type Patience, Session } from './session.ts';

/**
 * What became of a check: `blocked` if one that it needs has failed, `inconclusive` if the machine
 * was too slow to tell, each time it was tried.
 */
export type Verdict = 'pass' | 'fail' | 'blocked' | 'inconclusive';

/** What became of a check, and what a reader needs to understand why. Times in ms. */
export type Result = {
  check: Check;
  /** What the table says of the step. */
  cell: Cell;
  verdict: Verdict;
  /** What is wrong, in a sentence; empty if nothing is. */
  problem: string;
  /** What was expected and what came instead, if the server did something unexpected. */
  mismatch?: Mismatch;
  blockedBy?: string;
  transcript: string[];
  /** What its keys ended with, by chance; missing if it was not run. */
  keySuffix?: string;
  ms: number;
};

const TRIES = 5;
/** How long a server may think, in ms: long, as nobody likes to fail for a busy machine. */
const PATIENCE: Patience = { first: 5000, next: 5000 };
/** Where silence is what is asserted: whoever answers later than this was silent for so long, too. */
const IMPATIENCE = 250;

/**
 * Runs a check against a server and holds the server to what is said of its step: that it passes,
 * or that it lacks what the check asks for and looks thus.
 */
export async function runCheck(
  check: Check,
  address: Address,
  cell: Cell = passes,
  patience: Patience = PATIENCE,
): Promise<Result> {
  const begun = performance.now();
  let result = await attempt(check, address, cell, patience);
  for (let tries = 1; result.verdict === 'inconclusive' && tries < TRIES; tries++) {
    result = await attempt(check, address, cell, patience);
  }
  return { ...result, ms: Math.round(performance.now() - begun) };
}

/**
 * Runs checks one after the other, in the order of the table, and yields each result. A check whose
 * needs have failed is blocked. `cellFor` says what is said of the step that the server is at.
 */
export async function* runChecks(
  checks: readonly Check[],
  address: Address,
  cellFor: (check: Check) => Cell = () => passes,
  patience: Patience = PATIENCE,
): AsyncGenerator<Result> {
  const failed = new Set<string>();
  for (const check of checks) {
    const blockedBy = check.needs.find((id) => failed.has(id));
    const result = blockedBy
      ? block(check, cellFor(check), blockedBy)
      : await runCheck(check, address, cellFor(check), patience);
    if (result.verdict === 'fail' || result.verdict === 'blocked') failed.add(check.id);
    yield result;
  }
}

async function attempt(check: Check, address: Address, cell: Cell, patience: Patience): Promise<Result> {
  const session = new Session(address, patienceFor(cell, patience));
  const seen = await check.run(session).then(
    () => undefined,
    (error: unknown) => error,
  );
  const transcript = session.transcript.lines();
  session.close();
  return { check, cell, transcript, keySuffix: session.keySuffix, ms: 0, ...judge(seen, cell) };
}

/** What it means that a check has ended with this, or with nothing. Throws what is no finding. */
function judge(seen: unknown, cell: Cell): Pick<Result, 'verdict' | 'problem' | 'mismatch'> {
  if (seen === undefined) {
    if (cell === passes) return { verdict: 'pass', problem: '' };
    const problem = `It passes, but the table says that it lacks this: ${describe(cell)}. Correct the table.`;
    return { verdict: 'fail', problem };
  }
  if (seen instanceof TooSlow) return { verdict: 'inconclusive', problem: seen.message };
  if (!(seen instanceof Mismatch)) throw seen;
  if (cell !== passes && sameOutcome(cell, seen.outcome)) return { verdict: 'pass', problem: '' };
  return { verdict: 'fail', problem: seen.message, mismatch: seen };
}

function block(check: Check, cell: Cell, blockedBy: string): Result {
  const problem = `It says nothing as long as ${blockedBy} fails.`;
  return { check, cell, verdict: 'blocked', problem, blockedBy, transcript: [], ms: 0 };
}

function patienceFor(cell: Cell, patience: Patience): Patience {
  if (cell === passes || cell.kind === 'closed' || cell.kind === 'refused') return patience;
  return { first: cell.kind === 'says' ? patience.first : IMPATIENCE, next: IMPATIENCE };
}
