import { excerpt } from './bytes.ts';

/** What was said on the connections of a check, in order. */
export class Transcript {
  readonly #entries: { connection: number; direction: string; text: string; bytes: string }[] = [];
  #connections = 0;

  /** The number of a new connection, from 1. */
  open(): number {
    return ++this.#connections;
  }

  sent(connection: number, bytes: string): void {
    this.#add(connection, '>', bytes);
  }

  received(connection: number, bytes: string): void {
    this.#add(connection, '<', bytes);
  }

  /** Something that happened which is no bytes, such as a connection that ends. */
  happened(connection: number, event: string): void {
    this.#entries.push({ connection, direction: '·', text: event, bytes: '' });
  }

  /** A line each, `> …` for what was sent, `< …` for what came; numbered if there are several connections. */
  lines(): string[] {
    const number = (connection: number) => (this.#connections > 1 ? `#${connection} ` : '');
    return this.#entries.map(
      ({ connection, direction, text, bytes }) =>
        `${number(connection)}${direction} ${text === '' ? excerpt(bytes) : text}`,
    );
  }

  /** Chunks that follow each other are shown as one: where they were cut is chance. */
  #add(connection: number, direction: string, bytes: string): void {
    const last = this.#entries.at(-1);
    if (last?.connection === connection && last.direction === direction && direction === '<') {
      last.bytes += bytes;
    } else {
      this.#entries.push({ connection, direction, text: '', bytes });
    }
  }
}
