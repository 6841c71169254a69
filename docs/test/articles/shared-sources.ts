import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/course/repository.ts';
import type { Source } from '../../src/course/steps.ts';

/** The code that steps share. */
export function readSharedSources(): Source[] {
  return readdirSync(join(ROOT, 'shared')).flatMap((name) => {
    const folder = join('shared', name, 'src');
    return readdirSync(join(ROOT, folder))
      .map((file) => join(folder, file).replaceAll('\\', '/'))
      .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));
  });
}
