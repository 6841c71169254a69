import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../errors.ts';
import { classPage } from '../../reports/class-page.ts';
import { CLASS_PAGE, fileNameOf, forkPagePath } from '../../reports/file-name.ts';
import { forkPage } from '../../reports/fork-page.ts';
import { gradebookCsv, type Roster } from '../../reports/gradebook.ts';
import { gradescopeJson } from '../../reports/gradescope.ts';
import { junitXml } from '../../reports/junit.ts';
import type { ForkResult } from '../../result.ts';
import { LEDGER } from './ledger.ts';
import { writeWhole } from './write.ts';

/** What we write before there is a ledger, by which one knows the folder: results come first. */
const OURS = ['results', 'gradescope', 'forks', 'gradebook.csv', 'junit.xml', CLASS_PAGE];

/** The folder that an instructor gets. */
export class Outputs {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Makes the folder. Throws a UsageError if it cannot be one, or if something in it would be lost: what is
   * not ours, or results, unless they are to be kept.
   */
  async claim(keepsResults: boolean): Promise<void> {
    const names = await namesIn(this.#folder);
    const known = names.includes('results') ? OURS : [];
    const stranger = names.find((name) => !known.includes(name) && !name.startsWith('.'));
    if (stranger !== undefined && !names.includes(LEDGER)) {
      throw new UsageError(
        `--out: expected a folder for results alone, got ${this.#folder}, where ${stranger} is. Name another`,
      );
    }
    if (keepsResults || !(await this.#hasResults())) return;
    throw new UsageError(
      `--out: expected a folder without results, got ${this.#folder}. Go on with --resume, or name another`,
    );
  }

  /** At once, so that it is kept whatever happens to the rest. */
  async saveResult(result: ForkResult): Promise<void> {
    await writeWhole(this.#resultFile(result.fork), `${JSON.stringify(result, null, 2)}\n`);
    await writeWhole(
      join(this.#folder, 'gradescope', `${fileNameOf(result.fork)}.json`),
      gradescopeJson(result),
    );
    await writeWhole(join(this.#folder, forkPagePath(result.fork)), forkPage(result));
  }

  /** What was saved of a fork; null if nothing was that can be read. */
  async readResult(fork: string): Promise<ForkResult | null> {
    try {
      const result: ForkResult = JSON.parse(await readFile(this.#resultFile(fork), 'utf8'));
      return result.schema === 'toy-redis-result/1' && result.fork === fork ? result : null;
    } catch {
      return null;
    }
  }

  /** What tells of all forks. */
  async saveClass(results: readonly ForkResult[], roster: Roster | undefined): Promise<void> {
    await writeWhole(join(this.#folder, 'gradebook.csv'), gradebookCsv(results, roster ? { roster } : {}));
    await writeWhole(join(this.#folder, 'junit.xml'), junitXml(results));
    await writeWhole(join(this.#folder, CLASS_PAGE), classPage(results));
  }

  async #hasResults(): Promise<boolean> {
    const names = await readdir(join(this.#folder, 'results')).catch(() => []);
    return names.some((name) => name.endsWith('.json'));
  }

  #resultFile(fork: string): string {
    return join(this.#folder, 'results', `${fileNameOf(fork)}.json`);
  }
}

/** What is in a folder, which is made if there is none. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    await mkdir(folder, { recursive: true });
    return await readdir(folder);
  } catch (error) {
    const got = error instanceof Error ? error.message : error;
    throw new UsageError(`--out: expected a folder to write to, got ${folder} (${got})`);
  }
}
