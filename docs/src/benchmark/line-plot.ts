import type { Spread } from '../../../test/bench/src/results.ts';
import { dot, type Look, standingSpread } from './marks.ts';
import { linear, type Scale, steps } from './scales.ts';
import { drawing, element, line, words } from './svg.ts';

/** Figures over something that grows, such as the number of connections. */
export type LinePlot = {
  description: string;
  /** What is measured, and in what. */
  title: string;
  /** What grows, and how it is written where the points stand. */
  across: string;
  stages: string[];
  series: Series[];
  show: (value: number) => string;
  /** Where Redis is, if figures are ratios to it. */
  redis?: number;
};

export type Series = { name: string; look: Look; points: Spread[] };

const TOP = 38;
const HEIGHT = 200;
const LEFT = 42;
const RIGHT = 104;
/** Series stand so far beside each other that their spreads do not cover each other. */
const APART = 8;

/** The plot, as wide as that. The axis begins at 0. */
export function drawLinePlot(plot: LinePlot, width: number): string {
  const { description, title, across, stages, series, show, redis } = plot;
  const ticks = steps(Math.max(...series.flatMap(({ points }) => points.map(({ max }) => max))));
  const y = linear([0, ticks.at(-1) ?? 1], [TOP + HEIGHT, TOP]);
  const x = linear([0, stages.length - 1], [LEFT + 22, width - RIGHT]);
  const end = width - RIGHT + 12;
  return drawing(
    { width, height: TOP + HEIGHT + 44 },
    description,
    words(0, 13, title, { class: 'title' }),
    ...ticks.map((tick) => line(LEFT, y(tick), end, y(tick), tick === redis ? 'redis-line' : 'grid')),
    ...ticks.map((tick) =>
      words(LEFT - 8, y(tick) + 4, tick === redis ? 'Redis' : show(tick), { 'text-anchor': 'end' }),
    ),
    ...stages.map((stage, index) => words(x(index), TOP + HEIGHT + 18, stage, { 'text-anchor': 'middle' })),
    words((LEFT + end) / 2, TOP + HEIGHT + 38, across, { 'text-anchor': 'middle', class: 'note' }),
    ...series.map((each, index) =>
      drawSeries(
        each,
        shifted(x, (index - (series.length - 1) / 2) * APART),
        y,
        plot,
        sideOf(each, series[1 - index]),
      ),
    ),
  );
}

/** Labels of the higher of two series stand above its points, those of the lower one below. */
function sideOf(series: Series, other: Series | undefined): (stage: number) => -1 | 1 {
  return (stage) => {
    const [own, others] = [series, other].map((each) => each?.points[stage]?.median ?? 0);
    return (own ?? 0) >= (others ?? 0) ? -1 : 1;
  };
}

function drawSeries(
  { name, look, points }: Series,
  x: Scale,
  y: Scale,
  { show }: LinePlot,
  side: (stage: number) => -1 | 1,
): string {
  const last = points.length - 1;
  const path = points.map(({ median }, index) => `${x(index).toFixed(1)},${y(median).toFixed(1)}`).join(' ');
  return [
    element('polyline', { points: path, class: `line ${look}` }),
    ...points.map((point, index) => standingSpread(point, x(index), y, look)),
    ...points.map((point, index) => dot(x(index), y(point.median), look)),
    ...points.slice(0, last).map((point, index) => {
      const above = side(index) === -1;
      const at = above ? y(point.max) - 8 : y(point.min) + 16;
      return words(x(index), at, show(point.median), { class: `value ${look}`, 'text-anchor': 'middle' });
    }),
    ...points
      .slice(last)
      .map(({ median }) =>
        words(x(last) + 14, y(median) + 4, `${name} ${show(median)}`, { class: `name ${look}` }),
      ),
  ].join('');
}

function shifted(scale: Scale, by: number): Scale {
  return (value) => scale(value) + by;
}
