import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { honestMembers } from './honest.ts';
import { hostileMembers, type Targets } from './hostile.ts';
import type { Member } from './member.ts';

/** A class of 60; the hostile among them, as in life, between the others. */
export function classOfSixty(targets: Targets): Member[] {
  const [honest, hostile] = [honestMembers(), hostileMembers(targets)];
  const between = honest.length / hostile.length;
  return hostile.flatMap((member, index) => [
    member,
    ...honest.slice(Math.floor(index * between), Math.floor((index + 1) * between)),
  ]);
}

/** Makes the forks of some members, each in a folder by its name. */
export function makeForks(forks: string, members: readonly Member[]): void {
  for (const { name, make } of members) {
    const folder = join(forks, name);
    mkdirSync(folder, { recursive: true });
    make(folder);
  }
}
