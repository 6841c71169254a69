import { type Check, passes, type Result } from '@toy-redis/conformance';

/** A check, and the number of the step that asks for it. */
export type Task = { step: string; check: Check };

/** What a check has found. */
export type Finding = {
  step: string;
  result: Result;
  /** How the server has died of it: "The server exited with code 1. It printed last: …" */
  died?: string;
};

/** A finding that is none, as there was nobody to put the check to, or no use. */
export function blocked({ step, check }: Task, problem: string): Finding {
  return { step, result: { ...nothingSeen(check), verdict: 'blocked', problem } };
}

/** A check that never came to its end. */
export function neverEnded({ step, check }: Task, problem: string): Finding {
  return { step, result: { ...nothingSeen(check), verdict: 'fail', problem }, died: problem };
}

function nothingSeen(check: Check): Pick<Result, 'check' | 'cell' | 'transcript' | 'ms'> {
  return { check, cell: passes, transcript: [], ms: 0 };
}
