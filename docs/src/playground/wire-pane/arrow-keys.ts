const TOKEN = '.wire-token';
const STEPS = new Map([
  ['ArrowRight', 1],
  ['ArrowDown', 1],
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
]);

/** Makes all parts of a wire one stop for the Tab key, inside which the arrow keys, Home and End move. */
export function moveWithArrowKeys(wire: HTMLElement): void {
  wire.addEventListener('keydown', (event) => {
    const tokens = tokensOf(wire);
    const at = tokens.findIndex((token) => token.matches(':focus'));
    const to = at === -1 ? undefined : target(event.key, at, tokens.length);
    if (to === undefined) return;
    event.preventDefault();
    const token = tokens[Math.min(Math.max(to, 0), tokens.length - 1)];
    if (!token) return;
    stopAt(token, wire);
    token.focus();
  });
  wire.addEventListener('click', ({ target }) => {
    const token = target instanceof Element ? target.closest<HTMLElement>(TOKEN) : null;
    if (!token) return;
    stopAt(token, wire);
    token.focus();
  });
}

/** The parts that are new here are reached with the arrow keys; one of them all with Tab. */
export function takeIn(added: Element, wire: HTMLElement): void {
  for (const token of tokensOf(added)) token.tabIndex = -1;
  const [first] = tokensOf(added);
  if (first && !wire.querySelector(`${TOKEN}:focus`)) stopAt(first, wire);
}

function stopAt(token: HTMLElement, wire: HTMLElement): void {
  for (const stop of wire.querySelectorAll<HTMLElement>(`${TOKEN}[tabindex="0"]`)) stop.tabIndex = -1;
  token.tabIndex = 0;
}

function tokensOf(wire: Element): HTMLElement[] {
  return [...wire.querySelectorAll<HTMLElement>(TOKEN)];
}

function target(key: string, at: number, count: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS.get(key);
  return step === undefined ? undefined : at + step;
}
