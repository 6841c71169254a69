const PAIRED = 'is-paired';

/**
 * Lights up what belongs to the part that is pointed at or focused, wherever it is on the wire: of a frame
 * that was cut, its other half; of a request, its reply.
 */
export function lightUpPairs(wire: HTMLElement): void {
  const light = ({ target }: Event) => {
    for (const lit of wire.querySelectorAll(`.${PAIRED}`)) lit.classList.remove(PAIRED);
    const token = target instanceof Element ? target.closest('.wire-token') : null;
    if (!token) return;
    for (const twin of twinsOf(token, wire, '[data-exchange]')) twin.classList.add(PAIRED);
    for (const half of twinsOf(token, wire, '[data-frame]')) half.classList.add(PAIRED);
  };
  for (const type of ['pointerover', 'pointerleave', 'focusin', 'focusout'])
    wire.addEventListener(type, light);
}

/** The elements with the same mark as the nearest one around a token, if there are several. */
function twinsOf(token: Element, wire: Element, marked: '[data-exchange]' | '[data-frame]'): Element[] {
  const attribute = marked.slice(1, -1);
  const mark = token.closest(marked)?.getAttribute(attribute);
  if (!mark) return [];
  const twins = [...wire.querySelectorAll(`[${attribute}="${CSS.escape(mark)}"]`)];
  return twins.length > 1 ? twins : [];
}
