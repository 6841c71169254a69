/** Attributes of an element; what is undefined is left out. */
export type Attributes = { [name: string]: string | number | undefined };

/** An element of a drawing, as text. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escaped(value ?? '')}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** Words at a place. */
export function words(x: number, y: number, text: string, attributes: Attributes = {}): string {
  return element('text', { x, y, ...attributes }, escaped(text));
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, look: string): string {
  return element('line', { x1, y1, x2, y2, class: look });
}

/** A drawing of a size in pixels, and what it shows, for those who do not see it. */
export function drawing(size: Size, description: string, ...parts: string[]): string {
  const { width, height } = size;
  return element(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${round(height)}`, role: 'img', 'aria-label': description },
    ...parts,
  );
}

export type Size = { width: number; height: number };

function round(number: number): string {
  return String(Math.round(number * 10) / 10);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
