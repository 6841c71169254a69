import { count, megabytes } from './output/format.ts';
import type { Finding } from './results.ts';

/** Nothing but this will do. */
export function exactly(asked: string, reached: number, expected: number): Finding {
  return finding(`${asked}: ${count(expected)}`, count(reached), reached === expected);
}

export function atMost(
  asked: string,
  reached: number,
  limit: number,
  show: (figure: number) => string = count,
): Finding {
  return finding(`${asked}: at most ${show(limit)}`, show(reached), reached <= limit);
}

/** Something of which anything else would have thrown a FaultError on the way. */
export function achieved(asked: string, reached: string): Finding {
  return finding(asked, reached, true);
}

/** How much memory may grow, in bytes; it may as well shrink. */
export function growsAtMost(asked: string, before: number, after: number, limit: number): Finding {
  const grown = after - before;
  const reached = `${megabytes(before)} ${grown < 0 ? '−' : '+'} ${megabytes(Math.abs(grown))}`;
  return finding(`${asked}: at most ${megabytes(limit)} more`, reached, grown <= limit);
}

export function finding(asked: string, reached: string, isPassed: boolean): Finding {
  return { asked, reached, verdict: isPassed ? 'pass' : 'fail' };
}
