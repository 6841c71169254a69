import { Dict } from '@toy-redis/dict';

/** Every key and its value. Redis: db.c. */
class Keyspace {
  readonly #values = new Dict<string>();
  readonly #deadlines = new Dict<bigint>();
  #cursor = this.#deadlines.keys();

  /** The value of a key. Whoever wants to know whether there is such a key asks here, too. */
  get(key: string): string | undefined {
    this.#expireIfNeeded(key);
    return this.#values.get(key);
  }

  set(key: string, value: string, deadline?: bigint): void {
    this.#values.set(key, value);
    if (deadline === undefined) this.#deadlines.delete(key);
    else this.#deadlines.set(key, deadline);
  }

  /** When a key expires, in ms since 1970; undefined if never, or if there is no such key. */
  deadline(key: string): bigint | undefined {
    return this.has(key) ? this.#deadlines.get(key) : undefined;
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** Deletes a key, and says whether it was there. */
  delete(key: string): boolean {
    const found = this.has(key);
    this.#values.delete(key);
    this.#deadlines.delete(key);
    return found;
  }

  /** How many keys there are. */
  get size(): number {
    return this.#values.size;
  }

  clear(): void {
    this.#values.clear();
    this.#deadlines.clear();
  }

  /**
   * Active expiry: deletes expired keys that nobody asks for, until it has met 1,000 live ones or 5 ms
   * are over. The cursor stays there, so that every key has its turn. Redis: `activeExpireCycle`.
   */
  expireCycle(): void {
    const end = performance.now() + 5;
    let alive = 0;
    for (const key of this.#cursor) {
      if (!this.#expireIfNeeded(key)) alive++;
      if (alive === 1000 || performance.now() > end) return;
    }
    this.#cursor = this.#deadlines.keys();
  }

  /** Lazy expiry: an expired key is gone the moment anybody asks for it. Redis: `expireIfNeeded`. */
  #expireIfNeeded(key: string): boolean {
    const deadline = this.#deadlines.get(key);
    if (deadline === undefined || deadline >= Date.now()) return false;
    this.#deadlines.delete(key);
    return this.#values.delete(key);
  }
}

/** The one that all clients share. */
export const keyspace = new Keyspace();
