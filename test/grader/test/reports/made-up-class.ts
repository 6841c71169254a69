import type { Check } from '@toy-redis/conformance';
import { checksOf, courseSteps } from '../../src/grading/course.ts';
import { toUngradableSteps } from '../../src/grading/step-result.ts';
import { toForkResult } from '../../src/grading/verdicts.ts';
import type { CheckResult, ForkResult, StepResult } from '../../src/result.ts';
import { type Story, toldStories } from './stories.ts';

/** What a learner's server is like: how far it is written, and which mistakes it makes. */
type Learner = {
  name: string;
  writtenTo: string;
  mistakes: Story[];
  tooSlow: string | null;
  problem: string | null;
};

const FIRST_NAMES =
  'ada alan barbara dennis edsger frances grace hedy john joan ken lynn margaret niklaus radia'.split(' ');
const LAST_NAMES = ['lovelace', 'turing', 'liskov', 'ritchie'];
/** How far learners get; most get far. */
const WRITTEN_TO = ['07', '07', '06', '07', '05', '07', '06', '04', '07', '06', '05', '07', '02'];
const PROBLEMS = [
  'no port answered within 10 s. It printed last:\nCompiling…\nerror[E0382]: borrow of moved value: `socket`\n  --> src/main.rs:41:17',
  'course.json: expected "start", got "run"',
  'the server exited with code 1 before it was ready. It printed last:\nTraceback (most recent call last):\n  File "server.py", line 3, in <module>\n    import redis\nModuleNotFoundError: No module named \'redis\'',
];

const stories = toldStories();
const steps = courseSteps();

/** A class that looks like a real one, the same each time: every mistake is one that conformance knows. */
export function madeUpClass(size: number): ForkResult[] {
  return Array.from({ length: size }, (_, index) => graded(learner(index), index));
}

function learner(index: number): Learner {
  const first = FIRST_NAMES[index % FIRST_NAMES.length] ?? '';
  const last = LAST_NAMES[Math.floor(index / FIRST_NAMES.length) % LAST_NAMES.length] ?? '';
  const mistakes = [stories[(index * 7) % stories.length], stories[(index * 11 + 5) % stories.length]];
  return {
    name: `${first}-${last}`,
    writtenTo: WRITTEN_TO[index % WRITTEN_TO.length] ?? '',
    mistakes: mistakes.filter((story) => story !== undefined).slice(0, [1, 0, 2, 1][index % 4]),
    tooSlow: index % 17 === 5 ? 'expiry/seconds' : null,
    problem: index % 20 === 11 ? (PROBLEMS[Math.floor(index / 20) % PROBLEMS.length] ?? null) : null,
  };
}

function graded(learner: Learner, index: number): ForkResult {
  const numbers = steps.map(({ number }) => number);
  const failed = new Set<string>();
  return toForkResult({
    fork: learner.name,
    commit: index % 9 === 4 ? null : (0x1234567 * (index + 1)).toString(16).padStart(40, 'c0ffee'),
    layout: 'server',
    steps:
      learner.problem === null
        ? steps.map((step) => stepResult(step.number, checksOf(step, 'server'), learner, failed))
        : toUngradableSteps(numbers, learner.problem),
  });
}

function stepResult(step: string, checks: Check[], learner: Learner, failed: Set<string>): StepResult {
  const results = checks.map((check) => checkResult(check, step <= learner.writtenTo, learner, failed));
  const told = learner.mistakes.filter(({ checkId }) =>
    results.some(({ id, verdict }) => id === checkId && verdict === 'fail'),
  );
  return {
    step,
    verdict: results.every(({ tier, verdict }) => tier === 'full' || verdict === 'pass') ? 'pass' : 'fail',
    reason: null,
    checks: results,
    diagnoses: told.flatMap(({ server, says }) => (says === null ? [] : [{ id: server, says }])),
  };
}

function checkResult(check: Check, isWritten: boolean, learner: Learner, failed: Set<string>): CheckResult {
  const { id, title, tier, why, hint } = check;
  const result = { id, title, tier, why, hint, expected: '', received: '', transcript: [], ms: id.length };
  const blockedBy = check.needs.find((need) => failed.has(need));
  const mistake = learner.mistakes.find(({ checkId }) => checkId === id);
  if (blockedBy === undefined && isWritten && !mistake) {
    if (id !== learner.tooSlow) return { ...result, verdict: 'pass' };
    const received = 'The machine took 350 ms to answer, where the key had 100 ms to live.';
    return { ...result, verdict: 'inconclusive', received };
  }
  failed.add(id);
  if (blockedBy !== undefined) {
    return { ...result, verdict: 'blocked', received: `It says nothing as long as ${blockedBy} fails.` };
  }
  const { expected, received, transcript } = mistake ?? unwritten;
  return { ...result, verdict: 'fail', expected, received, transcript };
}

const unwritten = {
  expected: '"+OK\\r\\n"',
  received: '"-ERR unknown command\\r\\n"',
  transcript: [
    '> "*3\\r\\n$3\\r\\nSET\\r\\n$4\\r\\nname\\r\\n$3\\r\\nAda\\r\\n"',
    '< "-ERR unknown command\\r\\n"',
  ],
};
