import type { Spread } from '../../../test/bench/src/results.ts';
import { element, line } from './svg.ts';

/** Whose figure it is; each has a shape of its own, so that colours are not needed to tell. */
export type Look = 'ours' | 'second' | 'limit' | 'redis';

/** The shape of the median. */
export function dot(x: number, y: number, look: Look): string {
  const r = 4.5;
  switch (look) {
    case 'ours':
    case 'second':
      return element('circle', { cx: x, cy: y, r, class: `dot ${look}` });
    case 'limit':
      return element('path', { d: `M${x} ${y - 6}l6 6l-6 6l-6-6z`, class: `dot ${look}` });
    case 'redis':
      return element('rect', { x: x - 4, y: y - 4, width: 8, height: 8, class: `dot ${look}` });
  }
}

/** From the least to the most of the rounds, lying. */
export function lyingSpread({ min, max }: Spread, x: (value: number) => number, y: number, look: Look) {
  return line(x(min), y, x(max), y, `spread ${look}`);
}

/** From the least to the most of the rounds, standing. */
export function standingSpread({ min, max }: Spread, x: number, y: (value: number) => number, look: Look) {
  return line(x, y(min), x, y(max), `spread ${look}`);
}
