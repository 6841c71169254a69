/** Looks for the end of a cut line from its beginning, each time that more of it comes. */
export class RescansTheLine {
  #rest = '';

  *decode(chunk: Buffer): Generator<string[], void> {
    this.#rest += chunk.toString('latin1');
    for (let end = this.#rest.indexOf('\n'); end !== -1; end = this.#rest.indexOf('\n')) {
      yield [this.#rest.slice(0, end)];
      this.#rest = this.#rest.slice(end + 1);
    }
  }
}
