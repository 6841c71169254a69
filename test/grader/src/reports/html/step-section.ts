import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { CheckResult, ForkResult, StepResult } from '../../result.ts';
import { oneLine, plainText } from '../plain-text.ts';
import { blockerOf, type Placed, placedIn } from '../tally.ts';
import { anchorOf, failureStory } from './failure-story.ts';
import { reasonOf } from './reason.ts';
import { coreInWords, count, sign, stepName, VERDICTS } from './words.ts';

/** What became of a step: its failures as stories, what they block, what nobody could tell, what passes. */
export function stepSection(fork: ForkResult, step: StepResult): VNode {
  const placed = placedIn(fork).filter((each) => each.step === step);
  const having = (verdict: CheckResult['verdict']) => placed.filter(({ check }) => check.verdict === verdict);
  return html`<section class="of-step" aria-labelledby="step-${step.step}">
    <h2 id="step-${step.step}">
      ${sign(step.verdict)} Step ${stepName(step.step)} ${VERDICTS[step.verdict].says}
      <small> ${coreInWords(step)}</small>
    </h2>
    ${step.reason !== null && reasonOf(step.reason)} ${having('fail').map(failureStory)}
    ${blocked(having('blocked'))} ${inconclusive(having('inconclusive'))} ${passed(having('pass'))}
  </section>`;
}

/** By what blocks them, as mending that one may be all they need. */
function blocked(placed: readonly Placed[]): VNode[] {
  const byBlocker = new Map<string, Placed[]>();
  for (const each of placed) {
    const by = blockerOf(each)?.check.id ?? each.check.received;
    byBlocker.set(by, [...(byBlocker.get(by) ?? []), each]);
  }
  return Array.from(byBlocker, ([by, checks]) => {
    const blocker = checks[0] && blockerOf(checks[0]);
    return html`<div class="blocked">
      <h3>${count(checks.length, 'check')} blocked${blocker ? blockerLink(blocker) : `: ${oneLine(by)}`}</h3>
      ${titles(checks)}
    </div>`;
  });
}

function blockerLink(blocker: Placed): VNode {
  const { title, id } = blocker.check;
  return html`<span> by <a href="#${anchorOf(blocker)}">${oneLine(title)}</a> <code>${id}</code></span>`;
}

function inconclusive(placed: readonly Placed[]): VNode | false {
  if (placed.length === 0) return false;
  return html`<div class="blocked">
    <h3>${count(placed.length, 'check')} that the machine was too slow to tell</h3>
    <ul>
      ${placed.map(({ check }) => html`<li>${oneLine(check.title)} <small> ${plainText(check.received)}</small></li>`)}
    </ul>
  </div>`;
}

function passed(placed: readonly Placed[]): VNode | false {
  if (placed.length === 0) return false;
  return html`<details class="passed">
    <summary>${count(placed.length, 'check')} passed</summary>
    ${titles(placed)}
  </details>`;
}

function titles(placed: readonly Placed[]): VNode {
  return html`<ul>
    ${placed.map(({ check }) => html`<li>${oneLine(check.title)} <code>${check.id}</code></li>`)}
  </ul>`;
}
