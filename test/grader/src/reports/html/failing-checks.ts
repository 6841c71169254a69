import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ForkResult } from '../../result.ts';
import { oneLine } from '../plain-text.ts';
import { type Placed, placedIn } from '../tally.ts';
import { forkLinks } from './fork-link.ts';
import { stepName } from './words.ts';

type Failing = Pick<Placed, 'check'> & { step: string; forks: Set<string>; blocked: Set<string> };

/** The checks that fail, those that fail in most forks first. */
export function failingChecks(results: readonly ForkResult[]): VNode {
  const failing = failingIn(results);
  if (failing.length === 0) return html`<p>Nothing: every check that was run passes.</p>`;
  return html`<table class="list">
    <caption>
      Checks and the forks that fail them; those that are blocked do not count
    </caption>
    <thead>
      <tr>
        <th scope="col" class="number">fail</th>
        <th scope="col">check</th>
        <th scope="col" class="number spare">blocked</th>
        <th scope="col">who fails</th>
      </tr>
    </thead>
    <tbody>
      ${failing.map(
        ({ check, step, forks, blocked }) =>
          html`<tr>
            <td class="number">${forks.size}</td>
            <th scope="row">
              ${oneLine(check.title)} <code>${check.id}</code>
              <small> step ${stepName(step)}${check.tier === 'full' && ', beyond the core'}</small>
            </th>
            <td class="number spare">${blocked.size}</td>
            <td>${forkLinks([...forks])}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function failingIn(results: readonly ForkResult[]): Failing[] {
  const byId = new Map<string, Failing>();
  for (const { fork, step, check } of results.flatMap(placedIn)) {
    const failing = byId.get(check.id) ?? { check, step: step.step, forks: new Set(), blocked: new Set() };
    byId.set(check.id, failing);
    if (check.verdict === 'fail') failing.forks.add(fork.fork);
    if (check.verdict === 'blocked') failing.blocked.add(fork.fork);
  }
  return [...byId.values()]
    .filter(({ forks }) => forks.size > 0)
    .toSorted((a, b) => b.forks.size - a.forks.size || b.blocked.size - a.blocked.size);
}
