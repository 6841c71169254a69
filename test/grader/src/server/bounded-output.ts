/** What a program prints, of which the beginning and the end are kept. */
export class BoundedOutput {
  readonly #half: number;
  #head = Buffer.alloc(0);
  #tail = Buffer.alloc(0);
  #left = 0;

  /** Of `most` bytes, half are kept for the beginning and half for the end. */
  constructor(most: number) {
    this.#half = Math.floor(most / 2);
  }

  add(chunk: Buffer): void {
    const room = Math.max(0, this.#half - this.#head.length);
    this.#head = Buffer.concat([this.#head, chunk.subarray(0, room)]);
    const rest = Buffer.concat([this.#tail, chunk.subarray(room)]);
    const leaves = Math.max(0, rest.length - this.#half);
    this.#left += leaves;
    this.#tail = rest.subarray(leaves);
  }

  toString(): string {
    const between = this.#left === 0 ? '' : `\n… ${this.#left} more bytes …\n`;
    return `${this.#head}${between}${this.#tail}`;
  }
}
