import { styleText } from 'node:util';
import type { ForkResult, StepVerdict } from '../result.ts';
import { oneLine } from './plain-text.ts';
import { inOrder, placedIn, stepsOf } from './tally.ts';

const MARKS = { pass: '✓', fail: '✗', ungradable: '?' } as const satisfies Record<StepVerdict, string>;
const COLOURS = { pass: 'green', fail: 'red', ungradable: 'yellow' } as const satisfies Record<
  StepVerdict,
  string
>;
const NAME_COLUMNS = 20;
/** What takes two columns of a terminal. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;
/** What takes none. */
const NARROW = /\p{M}/u;

/** The class for a terminal, a line a fork, none longer than `columns`. */
export function classTable(
  results: readonly ForkResult[],
  { columns = 80, colours = false }: { columns?: number; colours?: boolean } = {},
): string {
  const steps = stepsOf(results);
  const head = `${fit('fork', NAME_COLUMNS)}  reached  score  ${steps.join(' ')}  `;
  const left = Math.max(10, columns - head.length);
  const lines = inOrder(results).map((result) => {
    const marks = steps.map((step) => markOf(result, step, colours)).join(' ');
    const reached = (result.reached ?? '–').padStart(7);
    const score = result.verdict === 'graded' ? result.score.toFixed(1).padStart(5) : '    –';
    return `${fit(oneLine(result.fork), NAME_COLUMNS)}  ${reached}  ${score}  ${marks}  ${fit(remark(result), left)}`;
  });
  return [`${head}first to mend`, ...lines].map((line) => `${line.trimEnd()}\n`).join('');
}

function markOf({ steps, verdict: whole }: ForkResult, number: string, colours: boolean): string {
  const seen = steps.find(({ step }) => step === number)?.verdict;
  const verdict = whole === 'ungradable' ? whole : seen;
  if (!verdict) return ' ·';
  const mark = MARKS[verdict].padStart(2);
  return colours ? styleText(COLOURS[verdict], mark, { validateStream: false }) : mark;
}

/** What to look at first. */
function remark(result: ForkResult): string {
  if (result.verdict === 'ungradable') return oneLine(result.reason ?? 'ungradable');
  const stuck = result.steps.find(({ verdict }) => verdict !== 'pass');
  if (stuck?.verdict === 'ungradable') return oneLine(stuck.reason ?? stuck.verdict);
  const missed = placedIn(result)
    .map(({ check }) => check)
    .filter(({ verdict }) => verdict !== 'pass');
  const first = missed.find(({ tier }) => tier === 'core') ?? missed[0];
  return first?.id ?? '';
}

/** A text in so many columns of a terminal, cut or filled up. */
function fit(text: string, columns: number): string {
  const characters = [...text];
  const isWhole = characters.reduce((sum, character) => sum + widthOf(character), 0) <= columns;
  const most = isWhole ? columns : columns - 1;
  let [fitting, taken] = ['', 0];
  for (const character of characters) {
    if (taken + widthOf(character) > most) break;
    fitting += character;
    taken += widthOf(character);
  }
  const filled = fitting + ' '.repeat(most - taken);
  return isWhole ? filled : `${filled}…`;
}

function widthOf(character: string): number {
  if (NARROW.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
