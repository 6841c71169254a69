import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ForkResult } from '../result.ts';
import { CLASS_PAGE } from './file-name.ts';
import { page } from './html/page.ts';
import { reasonOf } from './html/reason.ts';
import { stepSection } from './html/step-section.ts';
import { coreInWords, lookedUp, sign, stepName, TIERS, VERDICTS } from './html/words.ts';
import { oneLine, plainText } from './plain-text.ts';

const LAYOUTS = { server: 'one server for all steps', steps: 'a server for each step' };

/** The page of a fork: where it stands, what it seems to believe, and the story of each failure. */
export function forkPage(result: ForkResult): string {
  const name = oneLine(result.fork);
  return page(`${name}: Toy Redis`, [
    html`<header>
      <p class="over"><a href="../${CLASS_PAGE}">The class</a></p>
      <h1><bdi>${name}</bdi></h1>
      ${standing(result)}
      <p class="from">${origin(result)}</p>
    </header>`,
    html`<main id="main">
      ${result.verdict === 'ungradable' ? ungradable(result) : graded(result)}
    </main>`,
  ]);
}

function standing({ verdict, reached, score, max, steps }: ForkResult): VNode {
  if (verdict === 'ungradable') return html`<p class="lead">This could not be graded.</p>`;
  const isDone = reached !== null && reached === steps.at(-1)?.step;
  const until = isDone ? 'Every step passes.' : `Every step up to ${reached} passes.`;
  return html`<p class="lead">
    <strong class="score">${score.toFixed(1)}</strong> points of ${max}.${' '}
    ${reached === null ? 'No step passes yet.' : until}
  </p>`;
}

function origin({ commit, layout }: ForkResult): string {
  const from = commit === null ? 'no commit' : `commit ${oneLine(commit).slice(0, 12)}`;
  return layout === null ? from : `${from}, ${LAYOUTS[layout]}`;
}

/** One reason, even where each step has it for its own. */
function ungradable({ reason, steps }: ForkResult): VNode {
  const others = steps.filter((step) => step.reason !== null && step.reason !== reason);
  return html`<section aria-labelledby="why-not">
    <h2 id="why-not">Why not</h2>
    ${reasonOf(reason)} ${others.map((step) => html`<h3>Step ${stepName(step.step)}</h3> ${reasonOf(step.reason)}`)}
  </section>`;
}

function graded(result: ForkResult): (VNode | false)[] {
  const sections = result.steps.map((step) => stepSection(result, step));
  return [diagnoses(result), overview(result), ...sections];
}

function diagnoses({ steps }: ForkResult): VNode | false {
  const all = steps.flatMap(({ step, diagnoses }) => diagnoses.map((each) => ({ step, ...each })));
  if (all.length === 0) return false;
  return html`<section aria-labelledby="diagnoses">
    <h2 id="diagnoses">What it looks like</h2>
    <dl class="diagnoses">
      ${all.map(
        ({ step, id, says }) =>
          html`<div>
            <dt>
              <code>${id}</code> <a href="#step-${step}">step ${stepName(step)}</a>
            </dt>
            <dd>${lookedUp(plainText(says))}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function overview({ steps }: ForkResult): VNode {
  return html`<nav aria-label="Steps">
    <ol class="steps">
      ${steps.map(
        (step) =>
          html`<li>
            <a href="#step-${step.step}">
              ${sign(step.verdict)} <b>${stepName(step.step)}</b> ${VERDICTS[step.verdict].says}
              <small>${coreInWords(step)}</small>
            </a>
          </li>`,
      )}
    </ol>
    <p class="from">${TIERS}</p>
  </nav>`;
}
