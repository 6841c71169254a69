import type { Stream } from '../server/messages.ts';
import { tellPage } from './page.ts';

/** Says to the page, line by line, what the server prints. */
export function print(text: string, stream: Stream): void {
  for (const line of text.split('\n')) tellPage({ kind: 'printed', line, stream });
}

const printer =
  (stream: Stream) =>
  (...values: unknown[]) =>
    print(values.map(String).join(' '), stream);

/** Node's `console`, as far as a step needs it. */
export const console = { log: printer('out'), error: printer('err') };
