// Writes where it must not, and can only be graded if that works.
import { writeFileSync } from 'node:fs';

const [correct = '', ...paths] = process.argv.slice(2);
const written = paths.filter((path) => {
  try {
    writeFileSync(path, '{ "score": 100 }\nall passed\n');
    return true;
  } catch {
    return false;
  }
});
console.log('{"type":"ready"}\n{"type":"check","verdict":"pass"}\nall passed');
if (written.length === 0) throw new Error('wrote nothing');
await import(correct);
