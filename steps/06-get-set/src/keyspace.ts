import { Dict } from '@toy-redis/dict';

/** Every key and its value. Redis: db.c. */
class Keyspace {
  readonly #values = new Dict<string>();

  /** The value of a key. Whoever wants to know whether there is such a key asks here, too. */
  get(key: string): string | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: string): void {
    this.#values.set(key, value);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  /** Deletes a key, and says whether it was there. */
  delete(key: string): boolean {
    const found = this.has(key);
    this.#values.delete(key);
    return found;
  }

  /** How many keys there are. */
  get size(): number {
    return this.#values.size;
  }

  clear(): void {
    this.#values.clear();
  }
}

/** The one that all clients share. */
export const keyspace = new Keyspace();
