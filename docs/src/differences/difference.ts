import { type CourseStep, sourcesOf } from '../course/steps.ts';
import { compareLines, type Line } from './compare-lines.ts';

/** What became of a file from one step to another. */
export type FileDifference = {
  file: string;
  kind: 'new' | 'gone' | 'changed' | 'unchanged';
  lines: readonly Line[];
  added: number;
  deleted: number;
};

/** All files of two steps, compared. Compared to no step, everything is new. */
export function compareSteps(from: CourseStep | undefined, to: CourseStep): FileDifference[] {
  const before = new Map(from ? sourcesOf(from).map(({ file, text }) => [file, text]) : []);
  const after = new Map(sourcesOf(to).map(({ file, text }) => [file, text]));
  const files = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return files.map((file) => compareFile(file, before.get(file), after.get(file)));
}

/** What became of one file; undefined stands for a file that is not there. */
export function compareFile(
  file: string,
  before: string | undefined,
  after: string | undefined,
): FileDifference {
  const lines = compareLines(before ?? '', after ?? '');
  const count = (kind: Line['kind']) => lines.filter((line) => line.kind === kind).length;
  const [added, deleted] = [count('added'), count('deleted')];
  const change = added + deleted > 0 ? 'changed' : 'unchanged';
  const kind = before === undefined ? 'new' : after === undefined ? 'gone' : change;
  return { file, kind, lines, added, deleted };
}
