import type { CheckResult, ForkResult } from '../../result.ts';

/** `… 775 more lines …`: how often one has asked until a key was gone is chance. */
const LEFT_OUT = /^… \d+ more lines …$/;
/** An integer reply, as a transcript shows it. */
const INTEGER = /":(\d+)\\r\\n"/;
const SAYS = /^(?:#\d+ )?([<>]) /;
const ASKS_FOR_TIME = /\\nP?TTL\\r/i;

/**
 * A result without what differs from one time to the next though the server does the same: the time that
 * keys have left, which is shown as about the time that they were given.
 */
export function steady(result: ForkResult): ForkResult {
  const steps = result.steps.map((step) => ({ ...step, checks: step.checks.map(steadyCheck) }));
  return { ...result, steps };
}

function steadyCheck(check: CheckResult): CheckResult {
  const given: number[] = [];
  const rounded = new Map<string, string>();
  let asked = '';
  const transcript = check.transcript.map((line) => {
    if (SAYS.exec(line)?.[1] === '>') {
      asked = line;
      given.push(...timesIn(line));
    }
    const [said, integer] = ASKS_FOR_TIME.test(asked) ? (INTEGER.exec(line) ?? []) : [];
    const about = integer === undefined ? undefined : timeLeft(Number(integer), given);
    if (said === undefined || about === undefined) return line.replace(LEFT_OUT, '… more lines …');
    rounded.set(said, `":≈${about}\\r\\n"`);
    return line.replace(said, `":≈${about}\\r\\n"`);
  });
  return { ...check, transcript, received: rounded.get(check.received) ?? check.received };
}

/** The numbers of a request, as milliseconds or as seconds. */
function timesIn(line: string): number[] {
  const numbers = [...line.matchAll(/\\n(\d+)\\r/g)].map(([, digits]) => Number(digits));
  return numbers.flatMap((number) => [number, number * 1000]);
}

/** The time that was given, if nine tenths of it or more are left. */
function timeLeft(left: number, given: readonly number[]): number | undefined {
  return given.toSorted((a, b) => a - b).find((time) => left <= time && left >= time * 0.9);
}
