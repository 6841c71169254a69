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
  const lines = lastLines(server.output());
  return lines === '' ? 'It printed nothing.' : `It printed last:\n${lines}`;
}

/** What a server has printed since it had printed so much: "It printed meanwhile:" and some lines; else ''. */
export function wordsSince(before: string, server: ForkServer): string {
  const output = server.output();
  const lines = output.startsWith(before) ? lastLines(output.slice(before.length)) : '';
  return lines === '' ? '' : `It printed meanwhile:\n${lines}`;
}

function lastLines(output: string): string {
  return withoutEmptyEnds(output).split('\n').slice(-LINES).join('\n');
}

/** Without empty lines before and after; what indents the first line is part of it. */
export function withoutEmptyEnds(output: string): string {
  return output.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
}
