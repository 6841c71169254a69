import { escapeBytes } from '../../wire/escape.ts';
import { make } from '../make.ts';
import type { KeyState } from './deadlines.ts';

const STEPS: [label: string, ms: number][] = [
  ['1 s', 1000],
  ['10 s', 10_000],
  ['1 min', 60_000],
  ['1 h', 3_600_000],
];
const OFTEN = 100;

/** The server's clock, which can be moved on, and how long each key has to live. */
export class ClockPane {
  readonly element: HTMLElement;
  readonly #time = make('output', { class: 'pg-time' });
  readonly #rows = make('tbody');
  readonly #onSkip: (ms: number) => void;
  readonly #onExpired: () => void;
  #skipped = 0;
  #keys: KeyState[] = [];

  constructor(onSkip: (ms: number) => void, onExpired: () => void) {
    this.#onSkip = onSkip;
    this.#onExpired = onExpired;
    const buttons = STEPS.map(([label, ms]) =>
      make(
        'button',
        { type: 'button', 'aria-label': `+${label}: let it pass`, click: () => this.skip(ms) },
        `+${label}`,
      ),
    );
    const title = make('h4', {}, 'The server’s clock');
    const head = make(
      'tr',
      {},
      make('th', { scope: 'col' }, 'key'),
      make('th', { scope: 'col' }, 'has to live'),
    );
    const table = make(
      'table',
      { 'aria-label': 'Keys and their time to live' },
      make('thead', {}, head),
      this.#rows,
    );
    this.element = make(
      'section',
      { class: 'pg-pane pg-clock', 'aria-label': 'The server’s clock' },
      make('header', { class: 'pg-bar' }, title, this.#time),
      make(
        'div',
        { class: 'pg-skips', role: 'group', 'aria-label': 'Let time pass' },
        'let pass',
        ...buttons,
      ),
      table,
    );
    const timer = setInterval(() => (this.element.isConnected ? this.#tick() : clearInterval(timer)), OFTEN);
    this.show([]);
    this.#tick();
  }

  /** Lets so many ms pass at once. */
  skip(ms: number): void {
    this.#skipped += ms;
    this.#onSkip(ms);
    this.#tick();
  }

  /** A server that has just started has the time of the page. */
  reset(): void {
    this.#skipped = 0;
    this.show([]);
  }

  /** Shows how it stands with the keys. */
  show(keys: KeyState[]): void {
    this.#keys = keys;
    const rows = keys.map((state) => {
      const left = make('td', { class: `pg-left pg-${state.is}` });
      return make('tr', {}, make('th', { scope: 'row' }, escapeBytes(state.key)), left);
    });
    const nothing = make('td', { colspan: '2', class: 'pg-nothing' }, 'No key has been spoken of yet.');
    this.#rows.replaceChildren(...(rows.length > 0 ? rows : [make('tr', {}, nothing)]));
    this.#tick();
  }

  #tick(): void {
    const now = Date.now() + this.#skipped;
    this.#time.textContent = new Date(now).toLocaleTimeString('en-GB');
    for (const [index, state] of this.#keys.entries()) {
      const cell = this.#rows.rows[index]?.cells[1];
      if (cell) cell.textContent = leftOf(state, now);
    }
    if (!this.#keys.some((state) => state.is === 'expires' && state.deadline <= now)) return;
    this.#onExpired();
  }
}

function leftOf(state: KeyState, now: number): string {
  if (state.is === 'expires') return `${(Math.max(state.deadline - now, 0) / 1000).toFixed(1)} s`;
  return state.is === 'stays' ? 'for ever' : 'gone';
}
