import { bound, make } from './make.ts';

const MOST_LINES = 200;

/** What the server prints. */
export class ServerPane {
  readonly element: HTMLElement;
  readonly #lines = make('div', {
    class: 'pg-screen',
    role: 'log',
    tabindex: '0',
    'aria-label': 'What the server prints',
  });

  constructor() {
    const title = make('h4', {}, 'What the server prints');
    this.element = make(
      'section',
      { class: 'pg-pane pg-server' },
      make('header', { class: 'pg-bar' }, title),
      this.#lines,
    );
  }

  /** Forgets what a server before has printed. */
  clear(): void {
    this.#lines.replaceChildren();
  }

  /** Shows a line that it has printed, or that is about it. */
  print(line: string, kind: 'out' | 'err' | 'note'): void {
    this.#lines.append(make('div', { class: `pg-${kind}` }, line));
    bound(this.#lines, MOST_LINES);
    this.#lines.scrollTop = this.#lines.scrollHeight;
  }
}
