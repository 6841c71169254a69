/** Attributes of an element, and what listens to its events. */
type Properties = Record<string, string | boolean | ((event: Event) => void) | undefined>;

/** An element with its attributes and children; a function listens to the event that its name names. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** Lets the oldest children of an element fall out, until there are at most so many. */
export function bound(element: Element, most: number): void {
  while (element.childElementCount > most) element.firstElementChild?.remove();
}
