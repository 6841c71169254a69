import { type Diff, diffFolders } from './diff.ts';
import { findLooseTypes } from './loose-types.ts';
import { readSources, type Source, type Step, srcOf } from './steps.ts';

/**
 * What a step may change of the one it follows, so that the diff reads as one thought. A deleted
 * line is one that was taught in vain. But a changed word is a line added and a line deleted, so
 * where little changes a share says nothing, and a few deleted lines are always fine.
 */
const CHANGE = { lines: 60, deletedShare: 0.15, deletedLines: 4, files: 3, renames: 0 };

/** 04 is one deleted word. 05 brings a protocol and 07 brings time: a thought each, but a long one. */
const CHANGED_LINES = new Map([
  ['step-04', 8],
  ['step-05', 150],
  ['step-07', 150],
]);

/** A file is seen as a whole, and a step is read at one sitting. */
const SIZE = { fileLines: 100, stepCodeLines: 300 };

/** A README says the idea and how to run it; the article says the rest. */
const README_LINES = 20;

type Count = { what: string; counted: number; allowed: number };

/** What is wrong with a step: each complaint says which step, which budget, and by how much. */
export function judgeStep(step: Step, steps: Step[]): string[] {
  const before = steps.find(({ name }) => name === step.follows);
  const change = before ? judgeChange(step.name, diffFolders(srcOf(before), srcOf(step))) : [];
  return [...change, ...judgeSources(step.name, readSources(step))];
}

export function judgeChange(name: string, diff: Diff): string[] {
  const deleted = sum(diff.files.map((file) => file.deleted));
  const changed = sum(diff.files.map((file) => file.added)) + deleted;
  const mayDelete = Math.max(CHANGE.deletedLines, Math.floor(CHANGE.deletedShare * changed));
  const complaints = overBudget(name, [
    { what: 'changed lines', counted: changed, allowed: CHANGED_LINES.get(name) ?? CHANGE.lines },
    { what: 'deleted lines', counted: deleted, allowed: mayDelete },
    { what: 'changed files', counted: diff.files.length, allowed: CHANGE.files },
    { what: 'renamed files', counted: diff.renames.length, allowed: CHANGE.renames },
  ]);
  return complaints.map((complaint) => `${complaint}\n${numstat(diff)}`);
}

export function judgeSources(name: string, sources: Source[]): string[] {
  const sizes = sources.map(({ file, text }) => ({
    what: `lines in ${file}`,
    counted: countLines(text),
    allowed: SIZE.fileLines,
  }));
  const codeLines = sum(sources.map(({ text }) => countCodeLines(text)));
  return [
    ...overBudget(name, [
      ...sizes,
      { what: 'lines of code', counted: codeLines, allowed: SIZE.stepCodeLines },
    ]),
    ...sources.flatMap((source) =>
      findLooseTypes(source).map((found) => `${name}: expected a checked type, got ${found}`),
    ),
  ];
}

export function judgeReadme(folder: string, readme: string | undefined): string[] {
  if (readme === undefined) return [`${folder}: expected a README.md, got none`];
  return overBudget(folder, [
    { what: 'lines in README.md', counted: countLines(readme), allowed: README_LINES },
  ]);
}

function overBudget(whose: string, counts: Count[]): string[] {
  return counts
    .filter(({ counted, allowed }) => counted > allowed)
    .map(({ what, counted, allowed }) => {
      return `${whose}: ${counted} ${what}, of at most ${allowed}: ${counted - allowed} too many`;
    });
}

/** As `git diff --numstat` shows it, and the renames after it. */
function numstat({ files, renames }: Diff): string {
  return [
    ...files.map(({ added, deleted, file }) => `${added}\t${deleted}\t${file}`),
    ...renames.map(({ from, to }) => `renamed\t${from} => ${to}`),
  ].join('\n');
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

/** Lines that are neither blank nor only comment. */
function countCodeLines(text: string): number {
  const comments = /^[ \t]*(?:\/\/.*|\/\*(?:(?!\*\/)[\s\S])*\*\/[ \t]*)$/gm;
  const lines = text.replace(comments, '').split('\n');
  return lines.filter((line) => line.trim() !== '').length;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
