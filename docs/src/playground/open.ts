import type { Demonstration } from './lacks/act.ts';
import { demonstrationsOf } from './lacks/demonstrations.ts';
import { make } from './make.ts';
import { Playground } from './playground.ts';

/** Opens the playground of a step in an element of its page, and puts the cursor into the first terminal. */
export async function open(host: HTMLElement, step: string, hasClock: boolean): Promise<void> {
  const playground = new Playground(step, hasClock);
  const says = make('p', { class: 'pg-says', 'aria-live': 'polite' });
  const bar = make('div', { class: 'pg-actions', role: 'group', 'aria-label': 'The playground' });
  for (const demonstration of demonstrationsOf(step)) bar.append(showButton(demonstration, playground, says));
  bar.append(
    make('button', { type: 'button', click: () => void playground.restart() }, 'Restart the server'),
  );
  const { terminals, serverPane, wire, clock } = playground;
  const panes = [...terminals, serverPane, ...(clock ? [clock] : []), wire].map(({ element }) => element);
  host.replaceChildren(
    bar,
    says,
    make('div', { class: clock ? 'pg-panes has-clock' : 'pg-panes' }, ...panes),
  );
  await playground.restart();
  terminals[0].focus();
}

/** A button that gives a demonstration, and stops it if it is pressed again. */
function showButton(
  demonstration: Demonstration,
  playground: Playground,
  says: HTMLElement,
): HTMLButtonElement {
  let running: AbortController | undefined;
  const button = make('button', { type: 'button', class: 'pg-show' }, demonstration.button);
  const say = (words: string) => {
    says.textContent = words;
  };
  button.addEventListener('click', async () => {
    if (running) return running.abort();
    running = new AbortController();
    button.textContent = 'Stop';
    disableOthers(button, true);
    await playground.show(demonstration, say, running.signal);
    running = undefined;
    button.textContent = demonstration.button;
    disableOthers(button, false);
  });
  return button;
}

/** One thing at a time. */
function disableOthers(button: HTMLButtonElement, disabled: boolean): void {
  for (const other of button.parentElement?.querySelectorAll('button') ?? []) {
    if (other !== button) other.disabled = disabled;
  }
}
