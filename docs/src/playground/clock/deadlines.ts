import type { Entry } from '../wire-pane/wire-log.ts';
import type { Asker } from './asker.ts';
import { requestWords } from './request-words.ts';

const NAMES_A_KEY = /^(set|p?expire(at)?|persist)$/i;
const MOST_KEYS = 6;

/** A key that is there: when it expires, in ms since 1970, if ever; or one that is gone. */
export type KeyState =
  | { key: string; is: 'stays' | 'gone' }
  | { key: string; is: 'expires'; deadline: number };

/** The keys that were spoken of on the wire, and what the server says about them. */
export class Deadlines {
  readonly #asker: Asker;
  readonly #keys = new Set<string>();

  constructor(asker: Asker) {
    this.#asker = asker;
  }

  /** Remembers the keys that are spoken of. Answers whether it is time to ask about them again. */
  notice(entry: Entry): boolean {
    if (entry.is !== 'bytes') return false;
    if (entry.said === 'server') return this.#keys.size > 0;
    for (const { frame } of entry.chunk.frames) this.#remember(requestWords(frame, entry.chunk.bytes));
    return false;
  }

  /** How it stands with each key, the one last spoken of at the end. */
  async ask(): Promise<KeyState[]> {
    return Promise.all(
      [...this.#keys].map(async (key) => {
        const deadline = await this.#asker.ask(['PEXPIRETIME', key]);
        if (deadline >= 0) return { key, is: 'expires', deadline };
        return { key, is: deadline === -1 ? 'stays' : 'gone' };
      }),
    );
  }

  #remember([name = '', key]: string[]): void {
    if (key === undefined || !NAMES_A_KEY.test(name)) return;
    this.#keys.delete(key);
    this.#keys.add(key);
    for (const oldest of [...this.#keys].slice(0, -MOST_KEYS)) this.#keys.delete(oldest);
  }
}
