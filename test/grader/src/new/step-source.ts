import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CourseStep } from '../grading/course.ts';

const SHARED = join(import.meta.dirname, '../../../../shared');
const IMPORT = /(?<=from ')@toy-redis\/(\w+)(?=')/g;

/**
 * Copies the source of a step so that `node src/server.ts` runs without any installation: what it shares
 * with other steps stands beside src/ as plain folders, and is imported from there.
 */
export async function copySource(step: CourseStep, folder: string): Promise<void> {
  const shared = new Set<string>();
  await mkdir(join(folder, 'src'));
  for (const name of await readdir(join(step.folder, 'src'))) {
    const text = await readFile(join(step.folder, 'src', name), 'utf8');
    for (const [, found = ''] of text.matchAll(IMPORT)) shared.add(found);
    await writeFile(join(folder, 'src', name), text.replace(IMPORT, '../$1/index.ts'));
  }
  for (const name of shared) await cp(join(SHARED, name, 'src'), join(folder, name), { recursive: true });
  // Tells Node that the files are modules.
  await writeFile(
    join(folder, 'package.json'),
    `${JSON.stringify({ private: true, type: 'module' }, null, 2)}\n`,
  );
}
