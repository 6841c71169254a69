import { History } from './history.ts';
import { type Dial, Line } from './line.ts';
import { chunksOf, RawBytes } from './raw-bytes.ts';
import { RedisCli } from './redis-cli.ts';
import { type Mode, Screen } from './screen.ts';

const RAW_PROMPT = 'bytes> ';

/** A terminal in the page, and what answers to what is typed into it. */
export class TerminalView {
  readonly #screen: Screen;
  readonly #cli: RedisCli;
  readonly #raw: RawBytes;
  readonly #history = new History();
  #waits = false;

  constructor(number: number, dial: Dial) {
    this.#screen = new Screen(`Terminal ${number}`, {
      onEnter: () => void this.#enter(),
      onKey: (event) => this.#key(event),
      onMode: () => this.#changeMode(),
      onInterrupt: () => this.#interrupt(),
    });
    const line = new Line(dial);
    const print = (text: string, kind: string) => this.#screen.print(text, kind);
    this.#cli = new RedisCli(line, print);
    this.#raw = new RawBytes(line, print);
    this.#show();
  }

  get element(): HTMLElement {
    return this.#screen.element;
  }

  /** Whether a reply is still to come. */
  get waits(): boolean {
    return this.#waits;
  }

  focus(): void {
    this.#screen.focus();
  }

  /** Starts anew, without a connection: it connects when there is something to say. */
  restart(): void {
    this.#screen.clear();
    this.#cli.restart();
    this.#screen.mode = 'cli';
    this.#changeMode();
  }

  /** Types a text, key by key, and Enter. */
  async type(text: string, mode: Mode, betweenKeys: number): Promise<void> {
    if (this.#screen.mode !== mode) {
      this.#screen.mode = mode;
      this.#changeMode();
    }
    this.#screen.typed = '';
    for (const key of betweenKeys > 0 ? text : [text]) {
      this.#screen.typed += key;
      if (betweenKeys > 0) await new Promise((resolve) => setTimeout(resolve, betweenKeys));
    }
    void this.#enter();
  }

  async #enter(): Promise<void> {
    const { typed, mode, every } = this.#screen;
    if (this.#waits) return;
    this.#screen.print(this.#prompt + typed, 'typed');
    this.#screen.typed = '';
    this.#history.add(typed);
    if (/^\s*clear\s*$/i.test(typed)) return this.#screen.clear();
    this.#waits = true;
    this.#show();
    await (mode === 'raw' ? this.#raw.send(chunksOf(typed, every)) : this.#cli.enter(typed));
    this.#waits = false;
    this.#show();
  }

  #key({ key, ctrlKey }: KeyboardEvent): boolean {
    const screen = this.#screen;
    if (key === 'ArrowUp') screen.typed = this.#history.older(screen.typed);
    else if (key === 'ArrowDown') screen.typed = this.#history.newer(screen.typed);
    else if (ctrlKey && key === 'l') screen.clear();
    else if (ctrlKey && key === 'c' && !screen.hasSelection) this.#interrupt();
    else return false;
    return true;
  }

  /** Ctrl+C. */
  #interrupt(): void {
    if (this.#waits) this.#cli.interrupt();
    else this.#screen.print(`${this.#prompt}${this.#screen.typed}^C`, 'typed');
    this.#screen.typed = '';
    this.focus();
  }

  #changeMode(): void {
    if (this.#screen.mode === 'raw') void this.#raw.listen();
    else this.#raw.stop();
    this.#show();
  }

  get #prompt(): string {
    return this.#screen.mode === 'raw' ? RAW_PROMPT : this.#cli.prompt;
  }

  #show(): void {
    this.#screen.show(this.#prompt, this.#waits);
  }
}
