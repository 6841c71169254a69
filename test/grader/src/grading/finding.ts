import { type Check, passes, type Result } from '@toy-redis/conformance';

/** A check, and the number of the step that asks for it. */
export type Task = { step: string; check: Check };

/** What a check has found. */
export type Finding = {
  step: string;
  result: Result;
  /** How the server has died of it: "The server exited with code 1. It printed last: …" */
  died?: string;
  /** What the server has printed while it failed, and lived: "It printed meanwhile: …" Empty if nothing. */
  printed?: string;
  /** How a server has died that this was put to, though neither this nor what came before kills another. */
  survived?: string;
};

/** A finding that is none, as there was nobody to put the check to, or no use. */
export function blocked({ step, check }: Task, problem: string): Finding {
  return { step, result: { ...nothingSeen(check), verdict: 'blocked', problem } };
}

/** A finding of which the server has died, however well it had answered before. */
export function killing(finding: Finding, died: string): Finding {
  const { result } = finding;
  if (result.verdict === 'fail') return { ...finding, died };
  return { ...finding, result: { ...result, verdict: 'fail', problem: 'The server dies of it.' }, died };
}

/** A check that never came to its end. */
export function neverEnded({ step, check }: Task, problem: string): Finding {
  return { step, result: { ...nothingSeen(check), verdict: 'fail', problem }, died: problem };
}

function nothingSeen(check: Check): Pick<Result, 'check' | 'cell' | 'transcript' | 'ms'> {
  return { check, cell: passes, transcript: [], ms: 0 };
}
