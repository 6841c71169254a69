import type { Spread } from '../../../test/bench/src/results.ts';
import { dot, type Look, lyingSpread } from './marks.ts';
import { doublings, type Interval, logarithmic, type Scale } from './scales.ts';
import { line, words } from './svg.ts';

/** Ratios to Redis, a row each, on an axis on which twice is as far from 1 as half. */
export type DotPlot = {
  description: string;
  panels: Panel[];
  /** What it means to be below Redis, and above. */
  below: string;
  above: string;
};

export type Panel = { title: string; rows: Row[] };

export type Row = { label: string; marks: Mark[] };

/** A figure: its rounds, and a name where it is the first of its kind. */
type Mark = { look: Look; spread: Spread; name?: string | undefined };

const LINE = 19;
const BETWEEN_ROWS = 9;
const HEAD = 44;
const FOOT = 30;
const LEFT_OF_AXIS = 14;
const RIGHT_OF_AXIS = 40;

/** What a panel needs above and below its rows. */
export const HEIGHT_AROUND_ROWS = HEAD + FOOT;

/** Where a panel stands, and how it is laid out. */
export type Place = { left: number; width: number; top: number; labels: 'beside' | 'above' | 'none' };

/** A panel, with its axis. */
export function drawPanel(
  { title, rows }: Panel,
  { below, above }: DotPlot,
  place: Place,
  domain: Interval,
): string {
  const { left, top, width } = place;
  const x = logarithmic(domain, [left + LEFT_OF_AXIS, left + width - RIGHT_OF_AXIS]);
  const axisAt = top + HEAD + heightOf(rows, place);
  const ticks = doublings(domain);
  return [
    words(left, top + 13, title, { class: 'title' }),
    words(x(1) - 7, top + 32, `← ${below}`, { class: 'note', 'text-anchor': 'end' }),
    words(x(1) + 7, top + 32, `${above} →`, { class: 'note' }),
    ...ticks.map((tick) =>
      line(x(tick), top + HEAD - 6, x(tick), axisAt, tick === 1 ? 'redis-line' : 'grid'),
    ),
    ...ticks.map((tick) => words(x(tick), axisAt + 15, tickLabel(tick), { 'text-anchor': 'middle' })),
    ...drawRows(rows, x, place),
  ].join('');
}

function drawRows(rows: Row[], x: Scale, place: Place): string[] {
  let y = place.top + HEAD;
  return rows.map((row) => {
    const labelAt = y + LINE / 2;
    const first = labelAt + (place.labels === 'above' ? LINE : 0);
    y += rowHeight(row, place);
    return [
      place.labels === 'none' ? '' : words(0, labelAt + 4, row.label, { class: 'label' }),
      ...row.marks.map((mark, index) => drawMark(mark, x, first + index * LINE)),
    ].join('');
  });
}

function drawMark({ look, spread, name }: Mark, x: Scale, y: number): string {
  const value = spread.median.toFixed(2);
  return [
    lyingSpread(spread, x, y, look),
    dot(x(spread.median), y, look),
    words(Math.max(x(spread.max), x(spread.median) + 5) + 6, y + 4, name ? `${value} ${name}` : value, {
      class: 'value',
    }),
  ].join('');
}

/** How high the rows of a panel are. */
export function heightOf(rows: Row[], place: Place): number {
  return rows.reduce((height, row) => height + rowHeight(row, place), 0);
}

function rowHeight({ marks }: Row, { labels }: Place): number {
  return (marks.length + (labels === 'above' ? 1 : 0)) * LINE + BETWEEN_ROWS;
}

function tickLabel(tick: number): string {
  if (tick === 1) return 'Redis';
  return tick < 1 ? `1/${1 / tick}` : `${tick}×`;
}
