import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { CheckResult } from '../../result.ts';
import { differenceOf, isEnd, type Marked } from '../difference.ts';
import { oneLine, plainText } from '../plain-text.ts';
import { conversation } from '../story-text.ts';
import type { Placed } from '../tally.ts';

/** Where on the page of its fork a check is told of. */
export function anchorOf({ step, check }: Placed): string {
  return `${step.step}-${check.id}`;
}

/** A failure as a story: what was due and what came, with the first byte that differs marked. */
export function failureStory(placed: Placed): VNode {
  const { check } = placed;
  const anchor = anchorOf(placed);
  return html`<article class="failure" aria-labelledby=${anchor}>
    <h3 id=${anchor}>${oneLine(check.title)}</h3>
    <p class="id"><code>${check.id}</code>${check.tier === 'full' && ', beyond the core'}</p>
    ${comparison(check)} ${wire(check.transcript)}
    <dl class="advice">
      <div><dt>Why</dt><dd>${plainText(check.why)}</dd></div>
      <div><dt>Hint</dt><dd>${plainText(check.hint)}</dd></div>
    </dl>
  </article>`;
}

function comparison({ expected, received }: CheckResult): VNode {
  const difference = differenceOf(expected, received);
  return html`<figure class="comparison">
    <dl>
      ${
        expected !== '' &&
        html`<div><dt>expected</dt><dd>${difference ? marked(difference.expected) : words(expected)}</dd></div>`
      }
      <div><dt>received</dt><dd>${difference ? marked(difference.received) : words(received)}</dd></div>
    </dl>
    ${
      difference &&
      html`<figcaption>
        They part at ${difference.byte === null ? 'the mark' : `byte ${difference.byte}`}:${' '}
        ${inWords(difference.expected)} was due,${' '} ${inWords(difference.received)} came.
      </figcaption>`
    }
  </figure>`;
}

function marked({ before, first, after }: Marked): VNode {
  return html`<code>${before}<mark>${first}</mark>${after}</code>`;
}

function inWords(part: Marked): VNode | string {
  return isEnd(part) ? 'the end' : html`<code>${part.first}</code>`;
}

/** Bytes are quoted; all else is a sentence. */
function words(text: string): VNode {
  const isBytes = text.startsWith('"');
  return isBytes ? html`<code>${plainText(text)}</code>` : html`<span>${plainText(text)}</span>`;
}

function wire(transcript: readonly string[]): VNode | false {
  if (transcript.length === 0) return false;
  return html`<div class="wire">
    <h4>On the wire</h4>
    <ol>
      ${conversation(transcript).map((line) => html`<li><code>${line}</code></li>`)}
    </ol>
  </div>`;
}
