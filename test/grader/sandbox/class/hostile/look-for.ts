// Looks for what is none of its business, and can only be graded if it finds something.
import { readdirSync, readFileSync } from 'node:fs';

const [correct = '', ...paths] = process.argv.slice(2);
const found = paths.filter((path) => attempt(() => readFileSync(path)) || attempt(() => readdirSync(path)));
const secrets = Object.keys(process.env).filter((name) => name.includes('SECRET'));
const others = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
const environments = others.map((pid) => attempt(() => readFileSync(`/proc/${pid}/environ`, 'latin1')) ?? '');
if (environments.some((environment) => environment.includes('SECRET'))) secrets.push('/proc');
if (found.length + secrets.length === 0) throw new Error('found nothing');
await import(correct);

function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
