import { escapeBytes } from '../../wire/escape.ts';
import { unescapeBytes, utf8 } from '../../wire/unescape.ts';
import type { Line } from './line.ts';
import type { Print } from './redis-cli.ts';

/** Parts of what is typed, between the signs that mark where to cut; a backslash before one makes it a byte. */
const PARTS = /(?:\\[\s\S]|[^\\|])+/g;
/** Long enough for the server to read one chunk before the next one comes. */
const BETWEEN_CHUNKS = 80;
const ENDED = 'The server has closed the connection.';
const REFUSED = 'Nobody listens: the connection is refused.';

/** The chunks that a text spells: cut at each `|`, and after every so many bytes. */
export function chunksOf(text: string, every = Infinity): string[] {
  return (text.match(PARTS) ?? []).flatMap((part) => {
    const bytes = unescapeBytes(utf8(part));
    const count = Math.ceil(bytes.length / every) || 1;
    return Array.from({ length: count }, (_, index) => bytes.slice(index * every || 0, (index + 1) * every));
  });
}

/** Sends what is typed as it is, and shows what comes as it is: a `nc` that knows escapes. */
export class RawBytes {
  readonly #line: Line;
  readonly #print: Print;
  #listening = 0;
  #toldOfEnd = false;

  constructor(line: Line, print: Print) {
    this.#line = line;
    this.#print = print;
  }

  /** Sends each chunk in a write of its own. */
  async send(chunks: string[]): Promise<void> {
    if (this.#line.state !== 'open') this.#line.connect();
    for (const chunk of chunks) {
      this.#line.write(chunk);
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_CHUNKS));
    }
  }

  /** Shows what comes from now on, until told to stop. */
  async listen(): Promise<void> {
    const turn = ++this.#listening;
    while (turn === this.#listening) {
      const { received } = this.#line;
      this.#line.received = '';
      if (received !== '') this.#print(escapeBytes(received).replaceAll('\\n', '\\n\n').trimEnd(), 'reply');
      this.#tellOfEnd();
      await this.#line.news();
    }
  }

  /** Says once that a connection has come to its end. */
  #tellOfEnd(): void {
    const { state } = this.#line;
    const open = state === 'none' || state === 'open';
    if (!open && !this.#toldOfEnd) this.#print(state === 'refused' ? REFUSED : ENDED, 'note');
    this.#toldOfEnd = !open;
  }

  /** Stops to show what comes. */
  stop(): void {
    this.#listening++;
  }
}
