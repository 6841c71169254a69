import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../errors.ts';
import { classPage } from '../../reports/class-page.ts';
import { CLASS_PAGE, fileNameOf, forkPagePath } from '../../reports/file-name.ts';
import { forkPage } from '../../reports/fork-page.ts';
import { gradebookCsv, type Roster } from '../../reports/gradebook.ts';
import { gradescopeJson } from '../../reports/gradescope.ts';
import { junitXml } from '../../reports/junit.ts';
import type { ForkResult } from '../../result.ts';
import { writeWhole } from './write.ts';

/** The folder that an instructor gets. */
export class Outputs {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Throws a UsageError if there are results already, which would be lost. */
  async expectNone(): Promise<void> {
    const names = await readdir(join(this.#folder, 'results')).catch(() => []);
    if (!names.some((name) => name.endsWith('.json'))) return;
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

  #resultFile(fork: string): string {
    return join(this.#folder, 'results', `${fileNameOf(fork)}.json`);
  }
}
