import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ForkResult } from '../../result.ts';
import { stepsOf } from '../tally.ts';
import { stepName } from './words.ts';

type Group = { name: string; forks: number; kind: 'reached' | 'ungradable' };

/** How many forks have reached each step, as bars. */
export function distribution(results: readonly ForkResult[]): VNode {
  const groups = groupsOf(results);
  const most = Math.max(1, ...groups.map(({ forks }) => forks));
  return html`<table class="bars">
    <caption>
      The last step up to which every core check passes
    </caption>
    <thead>
      <tr>
        <th scope="col">reached</th>
        <th scope="col" class="number">forks</th>
        <td class="wide"></td>
      </tr>
    </thead>
    <tbody>
      ${groups.map(
        ({ name, forks, kind }) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td class="number">${forks}</td>
            <td class="wide" aria-hidden="true">
              <span class="bar ${kind}" style="inline-size: ${((forks / most) * 100).toFixed(1)}%"></span>
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function groupsOf(results: readonly ForkResult[]): Group[] {
  const graded = results.filter(({ verdict }) => verdict === 'graded');
  const ungradable = results.length - graded.length;
  const reached = [...stepsOf(results).toReversed(), null].map((step): Group => {
    const forks = graded.filter((result) => result.reached === step).length;
    return { name: step === null ? 'none yet' : stepName(step), forks, kind: 'reached' };
  });
  return ungradable === 0
    ? reached
    : [...reached, { name: 'not graded', forks: ungradable, kind: 'ungradable' }];
}
