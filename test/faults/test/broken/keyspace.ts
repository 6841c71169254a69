/** Keys, their values and their deadlines, in ms since 1970; lazy expiry is all there is. */
export class Keyspace {
  readonly values = new Map<string, string>();
  readonly deadlines = new Map<string, number>();

  now(): number {
    return Date.now();
  }

  get(key: string): string | undefined {
    if (this.isExpired(key)) this.expire(key);
    return this.values.get(key);
  }

  set(key: string, value: string, deadline?: number): void {
    this.values.set(key, value);
    if (deadline === undefined) this.deadlines.delete(key);
    else this.deadlines.set(key, deadline);
  }

  deadline(key: string): number | undefined {
    return this.get(key) === undefined ? undefined : this.deadlines.get(key);
  }

  /** How many keys there are. */
  get size(): number {
    return this.values.size;
  }

  isExpired(key: string): boolean {
    return (this.deadlines.get(key) ?? Infinity) < this.now();
  }

  expire(key: string): void {
    this.delete(key);
  }

  delete(key: string): boolean {
    this.deadlines.delete(key);
    return this.values.delete(key);
  }

  clear(): void {
    this.values.clear();
    this.deadlines.clear();
  }
}
