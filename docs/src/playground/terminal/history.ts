/** What was typed before, to be found again with the arrow keys. */
export class History {
  readonly #lines: string[] = [];
  #at = 0;
  #draft = '';

  /** Remembers a line, unless it is empty or the same as the last. */
  add(line: string): void {
    if (line !== '' && line !== this.#lines.at(-1)) this.#lines.push(line);
    this.#at = this.#lines.length;
    this.#draft = '';
  }

  /** The line before the one that is shown, or that one if there is none before. */
  older(shown: string): string {
    if (this.#at === this.#lines.length) this.#draft = shown;
    this.#at = Math.max(this.#at - 1, 0);
    return this.#lines[this.#at] ?? shown;
  }

  /** The line after the one that is shown; after the last comes what was being typed. */
  newer(shown: string): string {
    if (this.#at === this.#lines.length) return shown;
    this.#at++;
    return this.#lines[this.#at] ?? this.#draft;
  }
}
