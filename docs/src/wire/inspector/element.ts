import { moveWithArrowKeys, takeIn } from '../../playground/wire-pane/arrow-keys.ts';
import { framesToHtml } from '../html.ts';
import { inspect } from './inspect.ts';
import { fromHash, type Given, type Question, toHash } from './question.ts';

const HINTS = new Map<Given, string>([
  ['command', 'As you would type it into redis-cli, quotes included.'],
  [
    'request',
    'As escapes such as \\r\\n and \\x00, in quotes, as a hex dump, or as it is: then a line ends with CR LF.',
  ],
  [
    'reply',
    'As escapes such as \\r\\n and \\x00, in quotes, as a hex dump, or as it is: then a line ends with CR LF.',
  ],
]);

/** The wire inspector: what is typed into it is labelled at once, and stands in the page's address. */
class WireInspector extends HTMLElement {
  connectedCallback(): void {
    const form = this.#find('form', HTMLFormElement);
    form.addEventListener('input', () => this.#answer(this.#question()));
    form.addEventListener('submit', (event) => event.preventDefault());
    addEventListener('hashchange', () => this.#ask(fromHash(location.hash)));
    moveWithArrowKeys(this.#find('.wire-frames', HTMLElement));
    this.#ask(fromHash(location.hash) ?? this.#question());
  }

  /** Puts a question into the form, and answers it. */
  #ask(question: Question | undefined): void {
    if (!question) return;
    this.#find('textarea', HTMLTextAreaElement).value = question.text;
    this.#find(`input[value="${question.given}"]`, HTMLInputElement).checked = true;
    this.#answer(question);
  }

  #question(): Question {
    const { value: given } = this.#find('input:checked', HTMLInputElement);
    return { given: given as Given, text: this.#find('textarea', HTMLTextAreaElement).value };
  }

  #answer(question: Question): void {
    const { bytes, frames, summary, mood, printed } = inspect(question);
    if (question.text !== '') history.replaceState(null, '', toHash(question));
    this.#find('.wi-hint', HTMLElement).textContent = HINTS.get(question.given) ?? '';
    const summaryLine = this.#find('.wi-summary', HTMLElement);
    summaryLine.textContent = summary;
    summaryLine.dataset.mood = mood;
    const tree = this.#find('.wire-frames', HTMLElement);
    tree.innerHTML = framesToHtml(frames, bytes);
    takeIn(tree, tree);
    this.#find('.wi-arrow', HTMLElement).textContent = question.given === 'reply' ? '←' : '→';
    this.#find('.wi-tree', HTMLElement).hidden = bytes === '';
    this.#find('.wi-printed', HTMLElement).hidden = printed === undefined;
    this.#find('.wi-printed pre', HTMLElement).textContent = printed ?? '';
  }

  #find<T extends Element>(selector: string, type: { new (): T }): T {
    const found = this.querySelector(selector);
    if (found instanceof type) return found;
    throw new MissingPartError(selector);
  }
}

class MissingPartError extends Error {
  override name = 'MissingPartError';

  constructor(selector: string) {
    super(`expected the wire inspector to contain ${selector}, which it does not`);
  }
}

customElements.define('wire-inspector', WireInspector);
