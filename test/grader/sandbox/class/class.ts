import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { honestMembers } from './honest.ts';
import { hostileMembers, type Targets } from './hostile.ts';
import type { Member } from './member.ts';

/** Makes a class of 60, each in a folder by its name; the hostile among them, as in life, between the others. */
export function makeClass(targets: Targets): Member[] {
  const [honest, hostile] = [honestMembers(), hostileMembers(targets)];
  const between = honest.length / hostile.length;
  const members = hostile.flatMap((member, index) => [
    member,
    ...honest.slice(Math.floor(index * between), Math.floor((index + 1) * between)),
  ]);
  for (const { name, make } of members) {
    const folder = join(targets.forks, name);
    mkdirSync(folder, { recursive: true });
    make(folder);
  }
  return members;
}
