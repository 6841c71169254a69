import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ForkResult } from '../../result.ts';
import { oneLine } from '../plain-text.ts';
import { forkLinks } from './fork-link.ts';

type Shared = { id: string; says: string; forks: Set<string> };

/** What learners seem to believe, by name, most frequent first. */
export function misconceptions(results: readonly ForkResult[]): VNode {
  const shared = sharedIn(results);
  if (shared.length === 0) return html`<p>None that is known by name.</p>`;
  return html`<table class="list">
    <caption>
      Failures that together look like a known mistake
    </caption>
    <thead>
      <tr>
        <th scope="col" class="number">forks</th>
        <th scope="col">it looks as if</th>
        <th scope="col">who</th>
      </tr>
    </thead>
    <tbody>
      ${shared.map(
        ({ id, says, forks }) =>
          html`<tr>
            <td class="number">${forks.size}</td>
            <th scope="row">${oneLine(says, 400)} <code>${id}</code></th>
            <td>${forkLinks([...forks])}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function sharedIn(results: readonly ForkResult[]): Shared[] {
  const byId = new Map<string, Shared>();
  for (const { fork, steps } of results) {
    for (const { id, says } of steps.flatMap(({ diagnoses }) => diagnoses)) {
      const shared = byId.get(id) ?? { id, says, forks: new Set() };
      byId.set(id, shared);
      shared.forks.add(fork);
    }
  }
  return [...byId.values()].toSorted((a, b) => b.forks.size - a.forks.size);
}
