import { bound, make } from '../make.ts';

const MOST_ROWS = 300;

/** What a terminal is: `redis-cli`, or bytes as they are. */
export type Mode = 'cli' | 'raw';

/** What a person does at a terminal. */
export type Operator = {
  onEnter(): void;
  /** A key is pressed; answers whether that was all. */
  onKey(event: KeyboardEvent): boolean;
  onMode(): void;
  onInterrupt(): void;
};

/** A terminal as one sees it: what was said on it, below it a line to type into, above it what it is. */
export class Screen {
  readonly element: HTMLElement;
  readonly #log: HTMLElement;
  readonly #screen: HTMLElement;
  readonly #prompt = make('span', { class: 'pg-prompt', 'aria-hidden': 'true' });
  readonly #waiting = make('span', { class: 'pg-waiting', role: 'status' });
  readonly #input: HTMLInputElement;
  readonly #mode: HTMLSelectElement;
  readonly #every = make('input', { type: 'number', min: '1', max: '9999', placeholder: 'all' });

  constructor(name: string, operator: Operator) {
    this.#input = commandInput(`${name}: command`);
    this.#input.addEventListener('keydown', (event) => operator.onKey(event) && event.preventDefault());
    this.#mode = modeSelect(`${name} is`, () => operator.onMode());
    const breakOff = make(
      'button',
      { type: 'button', class: 'pg-break', click: operator.onInterrupt },
      'Ctrl+C',
    );
    const entry = make('form', { class: 'pg-entry' }, this.#prompt, this.#input, this.#waiting, breakOff);
    entry.addEventListener('submit', (event) => {
      event.preventDefault();
      operator.onEnter();
    });
    this.#log = make('div', { role: 'log', 'aria-label': `${name}: replies` });
    this.#screen = make('div', { class: 'pg-screen' }, this.#log, entry);
    this.#screen.addEventListener('click', () => getSelection()?.isCollapsed && this.focus());
    const bar = make('header', { class: 'pg-bar' }, make('h4', {}, name), this.#mode);
    const cut = ['cut every ', this.#every, ' bytes, and at each ', make('code', {}, '|')];
    const every = make('label', { class: 'pg-every' }, ...cut);
    this.element = make(
      'section',
      { class: 'pg-pane pg-terminal', 'aria-label': name },
      bar,
      this.#screen,
      every,
    );
  }

  get typed(): string {
    return this.#input.value;
  }

  set typed(text: string) {
    this.#input.value = text;
  }

  get mode(): Mode {
    return this.#mode.value === 'raw' ? 'raw' : 'cli';
  }

  set mode(mode: Mode) {
    this.#mode.value = mode;
  }

  /** After how many bytes to cut what is sent. */
  get every(): number {
    return this.#every.valueAsNumber || Infinity;
  }

  /** Whether some of what is typed is selected: then Ctrl+C copies it. */
  get hasSelection(): boolean {
    return this.#input.selectionStart !== this.#input.selectionEnd;
  }

  focus(): void {
    this.#input.focus({ preventScroll: true });
  }

  clear(): void {
    this.#log.replaceChildren();
  }

  print(text: string, kind: string): void {
    this.#log.append(make('div', { class: `pg-${kind}` }, text));
    bound(this.#log, MOST_ROWS);
    this.#screen.scrollTop = this.#screen.scrollHeight;
  }

  /** Shows a prompt, or, while a reply is awaited, that. */
  show(prompt: string, waits: boolean): void {
    this.#prompt.textContent = waits ? '' : prompt;
    this.#waiting.textContent = waits ? 'waiting for a reply' : '';
    this.#input.readOnly = waits;
    this.#input.placeholder = this.mode === 'raw' && !waits ? '*1\\r\\n$4\\r\\nPI|NG\\r\\n' : '';
    this.element.classList.toggle('is-waiting', waits);
    this.element.classList.toggle('is-raw', this.mode === 'raw');
    this.#screen.scrollTop = this.#screen.scrollHeight;
  }
}

function commandInput(label: string): HTMLInputElement {
  const plain = { autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' };
  return make('input', { class: 'pg-input', 'aria-label': label, ...plain, enterkeyhint: 'send' });
}

function modeSelect(label: string, change: () => void): HTMLSelectElement {
  const options = [
    make('option', { value: 'cli' }, 'redis-cli'),
    make('option', { value: 'raw' }, 'raw bytes'),
  ];
  return make('select', { 'aria-label': label, change }, ...options);
}
