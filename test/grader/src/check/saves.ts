import { relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { Suspects } from './suspects.ts';

/** Folders that nobody edits: packages, histories, and what compilers leave behind. */
const FOLDERS =
  /^(node_modules|\.git|\.course|\.venv|__pycache__|target|build|dist|out|obj|_build|zig-out|\.zig-cache)$/;
const FILES = /(\.(o|obj|a|so|exe|class|pyc|log|rdb|aof|pid|tmp|sw[px])|~|4913)$/;
/** Editors save in several movements: what comes within so many ms is one save. */
const ONE_SAVE_MS = 100;

/** Tells of each save in a folder, but not of what building and running themselves write there. */
export class Saves {
  /** Told what is under way, so that it knows whom to suspect. */
  readonly suspects = new Suspects();
  readonly #watcher: FSWatcher;
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string, onSave: () => void) {
    const ignored = (path: string) => isLeftOut(relative(folder, path));
    this.#watcher = watch(folder, { ignoreInitial: true, ignored });
    this.#watcher.on('all', (_event, path) => {
      if (this.suspects.wrote(path)) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(onSave, ONE_SAVE_MS);
    });
    // A folder that may not be read is not watched.
    this.#watcher.on('error', () => {});
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#watcher.close();
  }
}

function isLeftOut(path: string): boolean {
  const parts = path.split(sep);
  return parts.some((part) => FOLDERS.test(part)) || FILES.test(path);
}
