/** Somebody's fork, as it is in a class made for a test, and what has to become of it. */
export type Member = {
  name: string;
  /** Puts the fork into a folder that is there. */
  make: (folder: string) => void;
  expects: Expectation;
  /** Whether it is out to harm the others. */
  isHostile?: true;
  /** Whether its replies hang on how the system cuts the stream, so that it may get other marks each time. */
  hangsOnReads?: true;
};

export type Expectation =
  | { verdict: 'graded'; reached?: string; score?: number; failed?: string; diagnosis?: string | null }
  | { verdict: 'ungradable'; reason: RegExp };

export const fullMarks: Expectation = { verdict: 'graded', reached: '07', score: 100 };
