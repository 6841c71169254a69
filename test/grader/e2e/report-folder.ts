import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { classPage } from '../src/reports/class-page.ts';
import { CLASS_PAGE, forkPagePath } from '../src/reports/file-name.ts';
import { forkPage } from '../src/reports/fork-page.ts';
import type { ForkResult } from '../src/result.ts';

/** A report as an instructor gets it. `urls` are those of its pages, the page of the class first. */
export type ReportFolder = { urls: string[]; remove: () => void };

export function writeReport(results: readonly ForkResult[]): ReportFolder {
  const folder = mkdtempSync(join(tmpdir(), 'toy-redis-report-'));
  const write = (path: string, text: string) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return pathToFileURL(file).href;
  };
  const urls = [
    write(CLASS_PAGE, classPage(results)),
    ...results.map((result) => write(forkPagePath(result.fork), forkPage(result))),
  ];
  return { urls, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
