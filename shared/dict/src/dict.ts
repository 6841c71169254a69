import { hash } from './hash.ts';

const NONE = -1;
const MIN_SLOTS = 16;
/** Beyond, one would often have to look into many slots. */
const FULL = 7 / 8;

/**
 * A hash table from strings to values. It does what a Map does, but is laid out for the processor: a
 * look-up among many keys is mostly a wait for memory, and this one waits less.
 *
 * A key and its value are an entry, a number that stays the same while the table grows. Its hash says
 * at which slot to look for it; if that is taken, it is in the next that was free. A slot is two
 * numbers, the hash and the entry (linear probing). Once empty, the table starts anew.
 * Redis: dict.c, which has a chain of entries for each slot instead.
 */
export class Dict<Value> {
  #size = 0;
  #slots = vacantSlots(MIN_SLOTS);
  /** The key of an entry or, once that is deleted, the next entry that is free. */
  #keys: (string | number)[] = [];
  #values: (Value | undefined)[] = [];
  #firstFree = NONE;

  /** How many keys there are. */
  get size(): number {
    return this.#size;
  }

  /** The value of a key; undefined if there is no such key. */
  get(key: string): Value | undefined {
    if (this.#size === 0) return undefined;
    const entry = this.#entryIn(this.#find(key, hash(key)));
    return entry === NONE ? undefined : this.#values[entry];
  }

  /** Gives a key a value, whether or not it had one. */
  set(key: string, value: Value): void {
    if (this.#size >= (FULL * this.#slots.length) / 2) this.#grow();
    const hashed = hash(key);
    const slot = this.#find(key, hashed);
    const found = this.#entryIn(slot);
    const entry = found === NONE ? this.#add(key, hashed, slot) : found;
    this.#values[entry] = value;
  }

  /** Deletes a key, and says whether it was there. */
  delete(key: string): boolean {
    if (this.#size === 0) return false;
    const slot = this.#find(key, hash(key));
    const entry = this.#entryIn(slot);
    if (entry === NONE) return false;
    this.#vacate(slot);
    this.#keys[entry] = this.#firstFree;
    this.#firstFree = entry;
    this.#values[entry] = undefined;
    this.#size--;
    if (this.#size === 0) this.clear();
    return true;
  }

  /** Deletes all keys. */
  clear(): void {
    this.#size = 0;
    this.#slots = vacantSlots(MIN_SLOTS);
    this.#keys = [];
    this.#values = [];
    this.#firstFree = NONE;
  }

  /**
   * The keys, in no order. As a Map's, the iterator is live and may be left and taken up again: it
   * gives every key that is there all the time, none that is deleted, and of the new ones, some.
   */
  keys(): IterableIterator<string> {
    let entry = 0;
    const next = (): IteratorResult<string> => {
      while (entry < this.#keys.length) {
        const value = this.#keys[entry++];
        if (typeof value === 'string') return { value };
      }
      return { value: undefined, done: true };
    };
    const iterator = { next, [Symbol.iterator]: () => iterator };
    return iterator;
  }

  /** The slot of a key or, if there is no such key, the vacant one where it would be. */
  #find(key: string, hashed: number): number {
    for (let slot = this.#home(hashed); ; slot = this.#after(slot)) {
      const entry = this.#entryIn(slot);
      if (entry === NONE) return slot;
      // Slots lie side by side, keys all over the memory: a wrong key is hardly ever looked at.
      if (this.#slots[slot] === hashed && this.#keys[entry] === key) return slot;
    }
  }

  #add(key: string, hashed: number, slot: number): number {
    const entry = this.#takeFree() ?? this.#keys.length;
    this.#keys[entry] = key;
    this.#occupy(slot, hashed, entry);
    this.#size++;
    return entry;
  }

  #takeFree(): number | undefined {
    const free = this.#firstFree;
    if (free === NONE) return undefined;
    this.#firstFree = Number(this.#keys[free]);
    return free;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = vacantSlots(old.length);
    for (let i = 0; i < old.length; i += 2) {
      const [hashed, entry] = [old[i] ?? 0, old[i + 1] ?? NONE];
      if (entry === NONE) continue;
      let slot = this.#home(hashed);
      while (this.#entryIn(slot) !== NONE) slot = this.#after(slot);
      this.#occupy(slot, hashed, entry);
    }
  }

  /** Empties a slot, and moves into the gap what could no longer be found behind it. */
  #vacate(slot: number): void {
    let gap = slot;
    for (let at = this.#after(gap); this.#entryIn(at) !== NONE; at = this.#after(at)) {
      const hashed = this.#slots[at] ?? 0;
      if (this.#distance(this.#home(hashed), at) < this.#distance(gap, at)) continue;
      this.#occupy(gap, hashed, this.#entryIn(at));
      gap = at;
    }
    this.#occupy(gap, 0, NONE);
  }

  #occupy(slot: number, hashed: number, entry: number): void {
    this.#slots[slot] = hashed;
    this.#slots[slot + 1] = entry;
  }

  #entryIn(slot: number): number {
    return this.#slots[slot + 1] ?? NONE;
  }

  /** The slot where the search for a hash begins: as many of its bits as there are slots. */
  #home(hashed: number): number {
    return (2 * hashed) & (this.#slots.length - 1);
  }

  #after(slot: number): number {
    return (slot + 2) & (this.#slots.length - 1);
  }

  #distance(from: number, to: number): number {
    return (to - from) & (this.#slots.length - 1);
  }
}

function vacantSlots(count: number): Int32Array {
  return new Int32Array(2 * count).fill(NONE);
}
