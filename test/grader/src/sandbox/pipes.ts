import { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BoundedOutput } from '../server/bounded-output.ts';

/** One end of a pipe to a process, as Node has it. */
type End = Readable | Writable | null | undefined;

/** Faster than this is not read, so that a program which never stops printing costs us little. */
const BYTES_AT_ONCE = 2 ** 20;
const PAUSE_MS = 20;

/** Reads all that a program prints, and keeps what `output` keeps. */
export async function keep(pipe: End, output: BoundedOutput): Promise<void> {
  if (!(pipe instanceof Readable)) return;
  let read = 0;
  try {
    for await (const chunk of pipe) {
      output.add(chunk);
      read += chunk.length;
      if (read >= BYTES_AT_ONCE) await sleep(PAUSE_MS);
      read %= BYTES_AT_ONCE;
    }
  } catch {
    // What can be read no more is no output.
  }
}

/** Writes bytes into a pipe and closes it; whether anybody reads them is no matter. */
export function send(pipe: End, bytes: Buffer): void {
  if (!(pipe instanceof Writable)) return;
  pipe.on('error', () => {});
  pipe.end(bytes);
}

/** The id of its child, as bwrap tells on `--info-fd`; undefined if it ends before. */
export async function tellsOfChild(pipe: End): Promise<number | undefined> {
  if (!(pipe instanceof Readable)) return undefined;
  let told = '';
  for await (const chunk of pipe) {
    told += chunk;
    const id = /"child-pid": (\d+)\b/.exec(told)?.[1];
    if (id !== undefined && told.includes('}')) return Number(id);
  }
  return undefined;
}
