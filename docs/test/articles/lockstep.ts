import { type CourseStep, sourcesOf, stepBefore, stepNumbered } from '../../src/course/steps.ts';
import type { Line } from '../../src/differences/compare-lines.ts';
import { compareSteps } from '../../src/differences/difference.ts';
import { excerpt } from '../../src/excerpts/excerpt.ts';
import { partsOf } from '../../src/excerpts/parts.ts';
import { type Article, placeOf, type Waiver } from './article.ts';
import { excerptsIn, type OrderedExcerpt } from './excerpts-in.ts';

/** A line that a step adds or deletes. */
type Change = { file: string; line: Line };

/** Excerpts that ask for what is not there. */
export function unknownExcerpts(article: Article): string[] {
  return excerptsIn(article).flatMap(({ node, order }) => {
    try {
      excerpt(order, article.step);
      return [];
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return [`${placeOf(article, node)}: ${error.message}`];
    }
  });
}

/** Lines that a step changes, and that its lesson neither shows nor waives. */
export function untoldChanges(article: Article): string[] {
  const untold = unshownChanges(article).filter(
    (change) => !article.waives.some((each) => covers(each, article.step, change)),
  );
  return untold.map(({ file, line }) => {
    const by = line.kind === 'deleted' ? 'by an Excerpt with `deleted`' : 'by an Excerpt';
    const at = line.kind === 'deleted' ? `${line.before} of the step before` : line.after;
    const sign = line.kind === 'deleted' ? '−' : '+';
    return `${article.file}: show ${by}, or waive with a reason, ${file}, line ${at}: ${sign}${line.text}`;
  });
}

/** Waivers without a reason, and those that waive nothing which would not be shown anyway. */
export function idleWaivers(article: Article): string[] {
  const unshown = unshownChanges(article);
  return article.waives.flatMap((waiver) => {
    const which = `${article.file}: the waiver of '${waiver.of}' in ${waiver.file}`;
    const isIdle = !unshown.some((change) => covers(waiver, article.step, change));
    return [
      ...(isIdle
        ? [`${which} is idle: the step does not change it, or the article shows it. Delete it`]
        : []),
      ...(waiver.because?.trim() ? [] : [`${which} says no reason: give it a \`because\``]),
    ];
  });
}

function unshownChanges(article: Article): Change[] {
  if (!article.isLesson || article.step === undefined) return [];
  const shown = new Set(excerptsIn(article).flatMap((each) => shownBy(each, article)));
  return changesOf(stepNumbered(article.step)).filter((change) => !shown.has(nameOf(change)));
}

/** A blank line says nothing, so nobody need show it. */
function changesOf(step: CourseStep): Change[] {
  return compareSteps(stepBefore(step), step).flatMap(({ file, lines }) =>
    lines.filter(({ kind, text }) => kind !== 'kept' && text.trim() !== '').map((line) => ({ file, line })),
  );
}

/** An excerpt that asks for what is not there shows nothing, and is complained of by itself. */
function shownBy({ order }: OrderedExcerpt, { step }: Article): string[] {
  if (order.step !== undefined && order.step !== step) return [];
  try {
    const { file, lines } = excerpt(order, step);
    return lines.map((line) => nameOf({ file, line }));
  } catch {
    return [];
  }
}

function nameOf({ file, line }: Change): string {
  return line.kind === 'deleted' ? `−${line.before} ${file}` : `+${line.after} ${file}`;
}

function covers({ file, of }: Waiver, step: string | undefined, change: Change): boolean {
  if (change.file !== file || step === undefined) return false;
  const { line } = change;
  const at = line.kind === 'deleted' ? stepBefore(stepNumbered(step)) : stepNumbered(step);
  const number = line.kind === 'deleted' ? line.before : line.after;
  const text = (at && sourcesOf(at).find((source) => source.file === file)?.text) ?? '';
  return partsOf(text).some(
    (part) =>
      (part.names.includes(of) || part.text.startsWith(of)) && part.first <= number && number <= part.last,
  );
}
