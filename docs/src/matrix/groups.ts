import type { Check } from '@toy-redis/conformance';

/** Checks whose ids begin alike, and what they are about. */
export type Group = { id: string; title: string; checks: Check[] };

const TITLES: { [group: string]: string } = {
  ping: 'A reply, and another',
  concurrent: 'Many clients at once',
  resp: 'Requests and replies',
  inline: 'Requests typed as a line',
  protocol: 'What is no RESP',
  handshake: 'What real clients say first',
  keys: 'Keys and values',
  ttl: 'How long a key has left',
  set: 'The options of SET',
  expire: 'Deadlines, set and taken away',
  expiry: 'Keys that expire',
  survives: 'What a server withstands',
};

/** The checks by the first part of their ids, in the order of the table. */
export function groupsOf(checks: readonly Check[]): Group[] {
  const groups = new Map<string, Group>();
  for (const check of checks) {
    const id = check.id.split('/')[0] ?? '';
    const group = groups.get(id) ?? { id, title: titleOf(id), checks: [] };
    group.checks.push(check);
    groups.set(id, group);
  }
  return [...groups.values()];
}

function titleOf(group: string): string {
  const title = TITLES[group];
  if (title === undefined) throw new NoTitleError(group);
  return title;
}

class NoTitleError extends Error {
  override name = 'NoTitleError';

  constructor(group: string) {
    super(`expected a title for the checks ${group}/…, got none; add one to src/matrix/groups.ts`);
  }
}
