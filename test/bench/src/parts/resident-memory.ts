import { setTimeout as sleep } from 'node:timers/promises';
import { residentBytes } from '../servers/proc.ts';

const LOOKS_EVERY = 250;
/** It is settled when it changes by no more than a hundredth from one look to the next. */
const STEADY = 0.01;
const MOST_LOOKS = 40;

/** By how many bytes a process grows when something is done to it; null where there is no /proc. */
export async function growthOf(pid: number, by: () => Promise<void>): Promise<number | null> {
  const before = await settled(pid);
  if (before === null) return null;
  await by();
  const after = await settled(pid);
  return after === null ? null : after - before;
}

async function settled(pid: number): Promise<number | null> {
  let last = residentBytes(pid);
  for (let look = 0; look < MOST_LOOKS; look++) {
    await sleep(LOOKS_EVERY);
    const now = residentBytes(pid);
    if (now === null || last === null) return null;
    if (Math.abs(now - last) <= STEADY * last) return now;
    last = now;
  }
  return last;
}
