import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ForkResult } from '../../result.ts';
import { coreOf, stepsOf } from '../tally.ts';
import { forkLink } from './fork-link.ts';
import { coreInWords, sign, TIERS, titleOf, VERDICTS } from './words.ts';

/** Forks and steps: who stands where. */
export function matrix(results: readonly ForkResult[]): VNode {
  const steps = stepsOf(results);
  return html`<table class="matrix">
    <caption>
      ✓ passes, ✗ fails, ? could not be graded; beside it, how many core checks pass. ${TIERS}
    </caption>
    <thead>
      <tr>
        <th scope="col">fork</th>
        <th scope="col" class="number">score</th>
        ${steps.map((step) => html`<th scope="col" class="step">${step}<small> ${titleOf(step)}</small></th>`)}
      </tr>
    </thead>
    <tbody>
      ${results.map(
        (result) =>
          html`<tr>
            <th scope="row">${forkLink(result.fork)}</th>
            <td class="number">${result.verdict === 'graded' ? result.score.toFixed(1) : '–'}</td>
            ${steps.map((step) => cell(result, step))}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A step of a fork of which none could be looked at. */
const unlookedAt = html`<td class="step ungradable">
  ${sign('ungradable')} <span class="unseen">${VERDICTS.ungradable.says}</span>
</td>`;

function cell({ steps, verdict }: ForkResult, number: string): VNode {
  const step = steps.find(({ step }) => step === number);
  if (!step && verdict === 'ungradable') return unlookedAt;
  if (!step) return html`<td class="step"><span class="unseen">not graded</span></td>`;
  const { passed, all } = coreOf(step);
  const fraction = step.checks.length > 0 && html`<small aria-hidden="true">${passed}/${all}</small>`;
  return html`<td class="step ${step.verdict}">
    ${sign(step.verdict)} ${fraction}
    <span class="unseen">${VERDICTS[step.verdict].says}, ${coreInWords(step)}</span>
  </td>`;
}
