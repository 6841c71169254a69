import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COURSE } from '../plan.ts';
import { writeWhole } from './write.ts';

/** The file by which one knows a folder of results. */
export const LEDGER = 'graded.json';
/** What a verdict hangs on, beside the fork. */
const SOURCES = ['test/conformance/src', 'test/grader/src/grading', 'test/grader/src/runner'];

type Page = { course: string; forks: Record<string, string> };

/**
 * Which forks are graded, and as what: for `--resume`. It holds as long as the course is the same, and the
 * options on which a verdict hangs.
 */
export class Ledger {
  readonly #file: string;
  readonly #course: string;
  readonly #forks: Map<string, string>;
  /** One after the other, so that an older page never takes the place of a newer one. */
  #written = Promise.resolve();

  private constructor(file: string, course: string, forks: Map<string, string>) {
    this.#file = file;
    this.#course = course;
    this.#forks = forks;
  }

  /** The ledger in a folder of results; it is empty if there is none, or one of another course. */
  static async open(folder: string, options: object): Promise<Ledger> {
    const file = join(folder, LEDGER);
    const course = versionOf(options);
    const page = await readFile(file, 'utf8').then(parse, () => null);
    return new Ledger(file, course, new Map(page?.course === course ? Object.entries(page.forks) : []));
  }

  isGraded(fork: string, content: string): boolean {
    return this.#forks.get(fork) === content;
  }

  note(fork: string, content: string): Promise<void> {
    this.#forks.set(fork, content);
    const page: Page = { course: this.#course, forks: Object.fromEntries(this.#forks) };
    const write = () => writeWhole(this.#file, `${JSON.stringify(page, null, 2)}\n`);
    this.#written = this.#written.then(write, write);
    return this.#written;
  }
}

function parse(text: string): Page | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function versionOf(options: object): string {
  const hash = createHash('sha256').update(JSON.stringify(options));
  for (const folder of SOURCES.map((source) => join(COURSE, source))) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    for (const name of names.sort()) hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}
