import ora from 'ora';
import { toForkResult } from '../grading/verdicts.ts';
import { examine, type Listening, type Outcome, type Request } from './examine.ts';
import type { Learner } from './learner.ts';

/** Checks once, and tells on the terminal how far it is. */
export async function checkOnce(learner: Learner, request: Request, listening: Listening): Promise<Outcome> {
  // A terminal may say that it has no columns, and what is drawn on it would have no end.
  const hasRoom = process.stderr.isTTY && process.stderr.columns > 0;
  const spinner = ora({ isSilent: !hasRoom, discardStdin: false });
  spinner.start(learner.build === undefined ? 'starting' : 'building');
  try {
    return await examine(learner, request, {
      ...listening,
      onCheck: (step, id) => {
        spinner.text = `step ${step}: ${id}`;
      },
    });
  } finally {
    spinner.stop();
  }
}

/** What tools read: the same that `course grade` writes of a fork. */
export function toJson({ name }: Learner, { steps }: Outcome): string {
  const result = toForkResult({ fork: name, commit: null, layout: 'server', steps });
  return `${JSON.stringify(result, null, 2)}\n`;
}
