import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

// Starlight's button is named Search, and shows its shortcut, which is no part of its name.
const NAME_MISMATCH = 'label-content-name-mismatch';
const SEARCH_BUTTON = 'data-open-modal';

/** What axe is to look at, and for what, if not all. */
type Part = { within?: string; without?: string; rule?: string };

/** What axe finds wrong with a page that keeps somebody from using it. */
export async function seriousViolations(page: Page, { within, without, rule }: Part = {}): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  if (within) axe.include(within);
  if (without) axe.exclude(without);
  if (rule) axe.withRules(rule);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, html }) => ({ id, target, html })))
    .filter(({ id, html }) => id !== NAME_MISMATCH || !html.includes(SEARCH_BUTTON))
    .map(({ id, target, html }) => `${id}: ${target} ${html.slice(0, 200)}`);
}
