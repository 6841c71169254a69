import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ForkResult } from '../result.ts';
import { distribution } from './html/distribution.ts';
import { failingChecks } from './html/failing-checks.ts';
import { forkLink } from './html/fork-link.ts';
import { matrix } from './html/matrix.ts';
import { misconceptions } from './html/misconceptions.ts';
import { page } from './html/page.ts';
import { reasonOf } from './html/reason.ts';
import { count } from './html/words.ts';
import { inOrder } from './tally.ts';

type Section = { id: string; title: string; content: VNode };

/** The page of the class: who stands where, what fails most, and what could not be graded. */
export function classPage(results: readonly ForkResult[]): string {
  const forks = inOrder(results);
  const ungradable = forks.filter(({ verdict }) => verdict === 'ungradable');
  const sections = [
    { id: 'reached', title: 'How far everyone is', content: distribution(forks) },
    { id: 'forks', title: 'Forks and steps', content: matrix(forks) },
    { id: 'misconceptions', title: 'Misconceptions', content: misconceptions(forks) },
    { id: 'checks', title: 'What fails most', content: failingChecks(forks) },
    ...(ungradable.length > 0
      ? [{ id: 'ungradable', title: 'Could not be graded', content: reasons(ungradable) }]
      : []),
  ];
  return page('Toy Redis: the class', [
    html`<header>
      <p class="over">Toy Redis</p>
      <h1>The class</h1>
      <p class="lead">${summary(forks, ungradable.length)}</p>
      <nav aria-label="On this page">
        ${sections.map(({ id, title }) => html`<a href="#${id}">${title}</a>`)}
      </nav>
    </header>`,
    html`<main id="main">${sections.map(sectionOf)}</main>`,
  ]);
}

function sectionOf({ id, title, content }: Section): VNode {
  return html`<section aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    ${content}
  </section>`;
}

function summary(forks: readonly ForkResult[], ungradable: number): string {
  const scores = forks.filter(({ verdict }) => verdict === 'graded').map(({ score }) => score);
  const graded = `${count(forks.length, 'fork')}, ${scores.length} of them graded`;
  const median =
    scores.length > 0 ? `; half of those have ${medianOf(scores).toFixed(1)} points of 100 or more` : '';
  return `${graded}${median}.${ungradable > 0 ? ` ${ungradable} could not be graded.` : ''}`;
}

function medianOf(scores: readonly number[]): number {
  return scores.toSorted((a, b) => a - b)[Math.floor(scores.length / 2)] ?? 0;
}

function reasons(forks: readonly ForkResult[]): VNode {
  return html`<dl class="reasons">
    ${forks.map(
      (result) =>
        html`<div>
          <dt>${forkLink(result.fork)}</dt>
          <dd>${reasonOf(result.reason)}</dd>
        </div>`,
    )}
  </dl>`;
}
