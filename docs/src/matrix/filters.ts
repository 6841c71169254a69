import type { Row } from './rows.ts';

/** Which rows are shown: an own radio button each, that works without a script. */
export type Filter = { id: string; label: string; count: number; hides: string };

/** All rows, those that every learner is asked for, and those that change with a step. */
export function filtersOf(rows: readonly Row[], steps: readonly string[]): Filter[] {
  const core = rows.filter(({ check }) => check.tier === 'core');
  const changing = steps.map((step) => ({
    id: `show-${step}`,
    label: `changes with ${step}`,
    count: rows.filter(({ changes }) => changes.includes(step)).length,
    hides: `:not([data-changes~='${step}'])`,
  }));
  return [
    { id: 'show-all', label: 'all', count: rows.length, hides: '' },
    { id: 'show-core', label: 'core', count: core.length, hides: "[data-tier='full']" },
    ...changing.filter(({ count }) => count > 0),
  ];
}

/** The style that hides what a filter does not show. Whoever follows a link to a row sees it anyway. */
export function styleOf(filters: readonly Filter[]): string {
  return filters
    .filter(({ hides }) => hides !== '')
    .map(({ id, hides }) => {
      const chosen = `.matrix:has(#${id}:checked)`;
      const hidden = `.check${hides}:not(:target)`;
      const none = `.group:not(:has(.check:not(${hides}), :target))`;
      return `${chosen} ${hidden}, ${chosen} ${none} { display: none }`;
    })
    .join('\n');
}
