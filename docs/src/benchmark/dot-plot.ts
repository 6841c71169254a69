import { type DotPlot, drawPanel, HEIGHT_AROUND_ROWS, heightOf, type Place, type Row } from './dot-panel.ts';
import type { Interval } from './scales.ts';
import { drawing } from './svg.ts';

const BETWEEN_PANELS = 24;

/** The plot, as wide as that: if there is no room, labels are above their rows, and panels below each other. */
export function drawDotPlot(plot: DotPlot, width: number): string {
  const { description, panels } = plot;
  const rows = panels.flatMap((panel) => panel.rows);
  const isWide = width >= 600;
  const labels = isWide ? Math.max(...rows.map(({ label }) => label.length)) * 6.4 + 10 : 0;
  const panelWidth = isWide ? (width - labels - BETWEEN_PANELS * (panels.length - 1)) / panels.length : width;
  let bottom = 0;
  const parts = panels.map((panel, index) => {
    const left = isWide ? labels + index * (panelWidth + BETWEEN_PANELS) : 0;
    const place: Place = {
      left,
      width: panelWidth,
      top: isWide ? 0 : bottom,
      labels: isWide ? (index === 0 ? 'beside' : 'none') : 'above',
    };
    bottom = place.top + heightOf(panel.rows, place) + HEIGHT_AROUND_ROWS;
    return drawPanel(panel, plot, place, domainOf(rows));
  });
  return drawing({ width, height: bottom }, description, ...parts);
}

/** From a half to twice, or further if there is more. */
function domainOf(rows: Row[]): Interval {
  const spreads = rows.flatMap(({ marks }) => marks.map(({ spread }) => spread));
  return [Math.min(1 / 2, ...spreads.map(({ min }) => min)), Math.max(2, ...spreads.map(({ max }) => max))];
}
