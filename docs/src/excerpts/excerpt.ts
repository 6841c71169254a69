import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../course/repository.ts';
import { type CourseStep, type Source, sourcesOf, stepBefore, stepNumbered } from '../course/steps.ts';
import type { Line } from '../differences/compare-lines.ts';
import { compareFile } from '../differences/difference.ts';
import { findPart } from './find-part.ts';
import { narrow } from './narrow.ts';
import { partsOf } from './parts.ts';

/** Which code an article asks for: the properties of `<Excerpt>`. */
export type ExcerptOrder = {
  /** A file of the step, such as `server.ts`, or a path from the repository's root. */
  file: string;
  /** The part: what it declares, `imports`, or how its source begins. */
  of: string;
  /** The step; the one of the page unless another is named. */
  step?: string | undefined;
  /** Whether the lines that went away are shown, too. */
  deleted?: boolean | undefined;
  /** Only so much of it: `first text … last text`. */
  lines?: string | undefined;
};

/** Lines to show. What is added or deleted is so from the step before to the step of the page. */
export type Excerpt = { file: string; lines: readonly Line[] };

/** The code that an article asks for. Throws an error that says what there is if there is no such code. */
export function excerpt(order: ExcerptOrder, pageStep: string | undefined): Excerpt {
  const { file, of } = order;
  const step = order.step ?? pageStep;
  if (file.includes('/')) return { file, lines: ofOneFile(order, readFileSync(join(ROOT, file), 'utf8')) };
  if (step === undefined) throw new NoStepSaidError(file, of);
  const after = fileOf(stepNumbered(step), file);
  if (step !== pageStep) return { file, lines: ofOneFile(order, after) };
  const previous = stepBefore(stepNumbered(step));
  const before = previous && sourcesOf(previous).find((source) => source.file === file)?.text;
  return { file, lines: ofTwoFiles(order, before, after) };
}

function ofOneFile(order: ExcerptOrder, text: string): Line[] {
  return ofTwoFiles(order, text, text);
}

function ofTwoFiles(order: ExcerptOrder, before: string | undefined, after: string): Line[] {
  const { file, of, deleted = false, lines = '' } = order;
  const part = findPart(file, after, of);
  const whatWas = partsOf(before ?? '').find(({ names, text }) =>
    part.names.length > 0 ? names.join() === part.names.join() : text.startsWith(of),
  );
  const all = compareFile(file, before, after).lines.filter((line) => {
    if (line.kind !== 'deleted') return part.first <= line.after && line.after <= part.last;
    return deleted && whatWas && whatWas.first <= line.before && line.before <= whatWas.last;
  });
  const shown = narrow(all, lines, `${file}, ${of}`);
  if (deleted && !shown.some(({ kind }) => kind === 'deleted')) throw new NothingDeletedError(file, of);
  return shown;
}

function fileOf(step: CourseStep, file: string): string {
  const sources = sourcesOf(step);
  const source = sources.find((each) => each.file === file);
  if (source === undefined) throw new NoFileError(step, file, sources);
  return source.text;
}

class NoStepSaidError extends Error {
  override name = 'NoStepSaidError';

  constructor(file: string, of: string) {
    super(`expected step="…" for '${of}' of ${file}, as the page is not about a step, got none`);
  }
}

class NoFileError extends Error {
  override name = 'NoFileError';

  constructor({ name }: CourseStep, file: string, sources: readonly Source[]) {
    const all = sources.map((source) => source.file).join(', ');
    super(`expected a file of ${name}, one of ${all}, or a path from the repository's root, got '${file}'`);
  }
}

class NothingDeletedError extends Error {
  override name = 'NothingDeletedError';

  constructor(file: string, of: string) {
    super(`expected deleted lines in '${of}' of ${file}, got none: leave out the word \`deleted\``);
  }
}
