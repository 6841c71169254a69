import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { plainText } from '../plain-text.ts';

/** Why something is ungradable: the first line is ours, what follows is what the server printed. */
export function reasonOf(reason: string | null): VNode {
  const [says = '', ...printed] = plainText(reason ?? 'No reason is known.')
    .trim()
    .split('\n');
  return html`<div class="reason">
    <p>${says}</p>
    ${printed.length > 0 && html`<pre class="printed">${printed.join('\n')}</pre>`}
  </div>`;
}
