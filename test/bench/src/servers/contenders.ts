import type { RunningServer } from '@toy-redis/conformance';
import { type Abilities, probe } from './abilities.ts';
import type { Servers } from './servers.ts';
import type { Subject } from './subjects.ts';

/** A server that runs, and of which is known what it can do. */
export type Contender = Subject & { server: RunningServer; abilities: Abilities };

/** The bare socket says +OK to everything, and redis-benchmark takes that for any reply. */
const ANSWERS_ALL: Abilities = { concurrent: true, pipelines: true, stores: true, expires: false };

/** Starts a server and asks it what it can do. Throws a NotStartedError if it does not listen. */
export async function startContender(subject: Subject, servers: Servers): Promise<Contender> {
  const server = await servers.start(subject);
  const abilities = subject.kind === 'limit' ? ANSWERS_ALL : await probe(server);
  return { ...subject, server, abilities };
}

/**
 * Whom to look at more closely: the last step, other servers and Redis, as far as they are able.
 * Nobody, if that leaves Redis alone.
 */
export function finalists(contenders: Contender[], isAble: (abilities: Abilities) => boolean): Contender[] {
  const lastStep = contenders.findLast(({ kind }) => kind === 'step');
  const able = contenders.filter(
    (contender) =>
      (contender === lastStep || contender.kind === 'other' || contender.kind === 'redis') &&
      isAble(contender.abilities),
  );
  return isContest(able) ? able : [];
}

/** Redis and the bare socket are measured for the sake of others, not alone. */
export function isContest(contenders: Contender[]): boolean {
  return contenders.some(({ kind }) => kind === 'step' || kind === 'other');
}
