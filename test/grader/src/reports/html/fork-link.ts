import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { forkPagePath } from '../file-name.ts';
import { oneLine } from '../plain-text.ts';
import { count } from './words.ts';

/** So many names are read at a glance; more are folded up. */
const AT_A_GLANCE = 6;

/** From the page of the class to that of a fork. */
export function forkLink(fork: string): VNode {
  return html`<a href=${forkPagePath(fork)}><bdi>${oneLine(fork, 80)}</bdi></a>`;
}

/** A few forks by name, many as a number that unfolds. */
export function forkLinks(forks: readonly string[]): VNode {
  const links = html`<ul class="names">
    ${forks.map((fork) => html`<li>${forkLink(fork)}</li>`)}
  </ul>`;
  if (forks.length <= AT_A_GLANCE) return links;
  return html`<details>
    <summary>${count(forks.length, 'fork')}</summary>
    ${links}
  </details>`;
}
