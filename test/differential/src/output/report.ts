import { firstStepFor } from '../cases/first-step.ts';
import { saveCase } from '../cases/folder.ts';
import { titleOf } from '../cases/title.ts';
import type { Report } from '../compare-step.ts';
import { type Difference, MOST_PLAYS } from '../judge.ts';
import type { Recipe } from '../recipe.ts';
import { tell, tellRecipe } from './story.ts';

/** How to see again what may never come again. */
const PATIENT: Recipe = { before: [], plays: MOST_PLAYS };

/** Whether a step has never differed from Redis. */
export function isFlawless({ failed, discovery, tally }: Report): boolean {
  return failed.length === 0 && !discovery && tally.unsteady.length === 0;
}

/** All that was found in a step, in words. What is new is saved as a case. */
export function tellAndSave(report: Report, all: readonly Report[], folder?: string): string[] {
  const { step, failed, discovery, tally } = report;
  const save = (difference: Difference, recipe: Recipe) => {
    const { input } = difference;
    const from = firstStepFor([...recipe.before, input], report, all);
    return `Saved as ${saveCase({ title: titleOf(difference), from, ...input, ...recipe }, folder)}`;
  };
  const story = (difference: Difference) => tell(`step ${step}`, difference);
  const told = failed.map(({ title, difference }) => [title, story(difference)]);
  if (discovery) {
    const { difference, recipe } = discovery;
    const again = tellRecipe(recipe) ?? [];
    told.push(['Something new', story(difference), again, save(difference, recipe ?? PATIENT)].flat());
  }
  for (const difference of tally.unsteady) {
    told.push(['Not when tried again', story(difference), save(difference, PATIENT)]);
  }
  return told.map((lines) => lines.join('\n'));
}
