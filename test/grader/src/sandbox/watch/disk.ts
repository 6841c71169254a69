import { execFile } from 'node:child_process';
import type { Room } from '../options.ts';
import { deletedBytes, inhabitants } from './inhabitants.ts';
import { inMegabytes } from './megabytes.ts';
import { spaceOn } from './proc.ts';

/** Only when so much less is free on the disk do we look whose it is. */
const NOTICED: Room = { bytes: 32 * 2 ** 20, files: 10_000 };
const PATIENCE_MS = 10_000;

/** Sees to it that a fork does not fill the disk that its folder is on. */
export class DiskWatch {
  readonly #folder: string;
  readonly #init: number;
  readonly #room: Room;
  #free: Room;

  constructor(folder: string, init: number, room: Room) {
    this.#room = room;
    this.#folder = folder;
    this.#init = init;
    this.#free = spaceOn(folder).free;
  }

  /** What there is too much of: "its folder had more than 1024 MB"; null if there is not. */
  async excess(): Promise<string | null> {
    const { free } = spaceOn(this.#folder);
    const bytes = Math.max(this.#free.bytes, free.bytes);
    const files = Math.max(this.#free.files, free.files);
    this.#free = { bytes, files };
    if (bytes - free.bytes < NOTICED.bytes && files - free.files < NOTICED.files) return null;
    this.#free = free;
    const deleted = deletedBytes(inhabitants(this.#init));
    if (deleted + (await this.#count('--block-size=1')) > this.#room.bytes) {
      return `its folder had more than ${inMegabytes(this.#room.bytes)}`;
    }
    return (await this.#count('--inodes')) > this.#room.files
      ? `its folder had more than ${this.#room.files} files`
      : null;
  }

  /** What `du` cannot count in time is too much. */
  #count(unit: string): Promise<number> {
    const args = ['--summarize', '--one-file-system', unit, this.#folder];
    return new Promise((resolve) => {
      execFile('du', args, { timeout: PATIENCE_MS, killSignal: 'SIGKILL' }, (_error, told) => {
        resolve(Number(/^(\d+)\t/m.exec(told)?.[1] ?? Infinity));
      });
    });
  }
}
