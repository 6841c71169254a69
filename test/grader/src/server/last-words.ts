import type { ForkServer } from './server.ts';

const LINES = 20;

/** How a server that runs no more has ended: "The server exited with code 1". */
export function howItEnded(server: ForkServer): string {
  const limit = server.endedBecause();
  if (limit !== null) return `The server was ended, because ${limit}`;
  return `The server ${server.exit() ?? 'ended'}`;
}

/** What a server printed last: "It printed last:" and some lines. */
export function lastWords(server: ForkServer): string {
  const output = withoutEmptyEnds(server.output());
  if (output === '') return 'It printed nothing.';
  return `It printed last:\n${output.split('\n').slice(-LINES).join('\n')}`;
}

/** Without empty lines before and after; what indents the first line is part of it. */
export function withoutEmptyEnds(output: string): string {
  return output.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}
