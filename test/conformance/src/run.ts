import { type Cell, type Check, type Outcome, passes, sameOutcome } from './check.ts';
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
  verdict: Verdict;
  /** What is wrong, in a sentence; empty if nothing is. */
  problem: string;
  /** What was expected and what came instead, if the server did something unexpected. */
  mismatch?: Mismatch;
  blockedBy?: string;
  transcript: string[];
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
      ? block(check, blockedBy)
      : await runCheck(check, address, cellFor(check), patience);
    if (result.verdict === 'fail' || result.verdict === 'blocked') failed.add(check.id);
    yield result;
  }
}

async function attempt(check: Check, address: Address, cell: Cell, patience: Patience): Promise<Result> {
  const session = new Session(address, patienceFor(cell, patience));
  const result = { check, problem: '', ms: 0 };
  try {
    await check.run(session);
    if (cell === passes) return { ...result, verdict: 'pass', transcript: session.transcript.lines() };
    const problem = `The step passes, but the table says that ${say(cell)}. Correct the table.`;
    return { ...result, verdict: 'fail', problem, transcript: session.transcript.lines() };
  } catch (error) {
    const transcript = session.transcript.lines();
    if (error instanceof TooSlow) {
      return { ...result, verdict: 'inconclusive', problem: error.message, transcript };
    }
    if (!(error instanceof Mismatch)) throw error;
    if (cell !== passes && sameOutcome(cell, error.outcome))
      return { ...result, verdict: 'pass', transcript };
    const said = cell === passes ? '' : ` The table says that ${say(cell)}.`;
    const problem = `Expected ${error.expected.text}, but ${describe(error.outcome)}.${said}`;
    return { ...result, verdict: 'fail', problem, mismatch: error, transcript };
  } finally {
    session.close();
  }
}

function block(check: Check, blockedBy: string): Result {
  const problem = `It says nothing as long as ${blockedBy} fails.`;
  return { check, verdict: 'blocked', problem, blockedBy, transcript: [], ms: 0 };
}

function patienceFor(cell: Cell, patience: Patience): Patience {
  if (cell === passes || cell.kind === 'closed' || cell.kind === 'refused') return patience;
  return { first: cell.kind === 'says' ? patience.first : IMPATIENCE, next: IMPATIENCE };
}

function say(outcome: Outcome): string {
  return outcome.kind === 'says' ? `it says ${JSON.stringify(outcome.bytes)}` : describe(outcome);
}
