import { framesToHtml } from '../../wire/html.ts';
import { bound, make } from '../make.ts';
import { moveWithArrowKeys, takeIn } from './arrow-keys.ts';
import { lightUpPairs } from './pairs.ts';
import type { Entry } from './wire-log.ts';

const MOST_ROWS = 200;

/** Both directions of all clients in order, each part of RESP labelled. */
export class WirePane {
  readonly element: HTMLElement;
  readonly #rows = make('ol', { class: 'pg-rows', role: 'list' });

  constructor() {
    const labels = make('input', { type: 'checkbox', checked: true });
    const clear = make('button', { type: 'button', click: () => this.clear() }, 'Clear the wire');
    const title = make('h4', {}, 'The wire');
    const bar = make('header', { class: 'pg-bar' }, title, make('label', {}, labels, ' labels'), clear);
    const scroller = make(
      'div',
      { class: 'pg-scroller', tabindex: '0', role: 'region', 'aria-label': 'What was said on the wire' },
      this.#rows,
    );
    this.element = make('section', { class: 'pg-pane pg-wire wire' }, bar, scroller);
    labels.addEventListener('change', () => this.element.classList.toggle('wire-bare', !labels.checked));
    lightUpPairs(this.#rows);
    moveWithArrowKeys(this.#rows);
    this.clear();
  }

  /** Shows what has happened, below all that happened before. */
  add(entry: Entry): void {
    this.#rows.querySelector('.pg-nothing')?.remove();
    const row = entry.is === 'bytes' ? bytesRow(entry) : eventRow(entry);
    const atEnd = this.#scroller.scrollHeight - this.#scroller.scrollTop - this.#scroller.clientHeight < 40;
    this.#rows.append(row);
    bound(this.#rows, MOST_ROWS);
    takeIn(row, this.#rows);
    if (atEnd) this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  /** Forgets what has happened. */
  clear(): void {
    this.#rows.replaceChildren(make('li', { class: 'pg-nothing' }, 'Nothing has been said yet.'));
  }

  get #scroller(): HTMLElement {
    return this.#rows.parentElement ?? this.element;
  }
}

function bytesRow({ client, connection, said, chunk }: Extract<Entry, { is: 'bytes' }>): HTMLElement {
  const row = make('li', { class: `wire-said wire-by-${said}` });
  const who = said === 'client' ? `Client ${client} sends: ` : `The server replies to client ${client}: `;
  const frames = make('div', { class: 'wire-frames' });
  for (const { frame, exchange } of chunk.frames) {
    const mark = exchange === undefined ? {} : { 'data-exchange': `${connection}-${exchange}` };
    const whole = make('div', { class: 'wire-exchange', ...mark });
    whole.innerHTML = framesToHtml(
      [frame],
      chunk.bytes,
      ({ start }) => `${connection}-${said}-${chunk.offset + start}`,
    );
    frames.append(whole);
  }
  const arrow = make(
    'span',
    { class: 'wire-arrow', 'aria-hidden': 'true' },
    said === 'client' ? `${client} →` : `${client} ←`,
  );
  row.append(arrow, make('span', { class: 'sr-only' }, who), frames);
  return row;
}

function eventRow({ client, says }: Extract<Entry, { is: 'event' }>): HTMLElement {
  return make('li', { class: 'pg-event' }, make('b', {}, `${client}`), ` ${says}`);
}
