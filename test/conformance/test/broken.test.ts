import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { broken } from '../broken/index.ts';
import { type Check, passes } from '../src/check.ts';
import { diagnose, misconceptions } from '../src/diagnoses.ts';
import { runServer, type ServerProcess, type Start, startServer } from '../src/process.ts';
import { type Result, runChecks } from '../src/run.ts';
import { story } from '../src/story.ts';
import { checks } from '../src/table.ts';

const FOLDER = join(import.meta.dirname, '../broken');
const STORIES = join(FOLDER, 'stories');
const CONTROL = 'correct';
/** What the servers are made of, and the table of them. */
const PARTS = ['base', 'resp-server', 'pool', 'index'];
/** Longer than the busiest machine takes for a reply; whoever is silent here is silent for good. */
const PATIENCE = { first: 4000, next: 4000 };
const AT_ONCE = 16;
const TIMEOUT = 300_000;
/** A server that ends or is silent so many times has said enough. */
const ENOUGH = 5;

/** What costs more than all other checks together is asked only of those that say so. */
const AT_LENGTH = ['megabyte', 'ten-thousand', 'thousand-clients', 'unread-replies'];
const SHORTLY = checks.filter(({ id }) => !AT_LENGTH.some((name) => id.endsWith(`/${name}`)));

const resultsOf = new Map<string, Result[]>();

beforeAll(async () => {
  resultsOf.set(CONTROL, await examine(CONTROL, checks));
  const servers = fromBothEnds(broken).values();
  const work = async () => {
    for (const { id, atLength } of servers) resultsOf.set(id, await examine(id, atLength ? checks : SHORTLY));
  };
  // Each takes the next server from the same iterator.
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  // Where the machine was too busy to tell, it is asked again, when it has nothing else to do.
  for (const { id, atLength } of broken) {
    const isUntold = results(id).some(({ verdict }) => verdict === 'inconclusive');
    if (isUntold) resultsOf.set(id, await examine(id, atLength ? checks : SHORTLY));
  }
}, TIMEOUT);

test('the control passes every check, and nothing is said of it', () => {
  expect(failuresOf(CONTROL)).toEqual([]);
  expect(results(CONTROL).map(({ verdict }) => verdict)).toEqual(checks.map(() => 'pass'));
  expect(diagnose(results(CONTROL))).toEqual([]);
});

describe.for(broken)('$id', ({ id, caughtBy, diagnosis }) => {
  test(`is caught first by ${caughtBy}`, () => {
    expect(failuresOf(id)[0]).toBe(caughtBy);
  });

  test(diagnosis ? 'is called by its name, and by no other' : 'is called no names', () => {
    expect(diagnose(results(id)).map((each) => each.id)).toEqual(diagnosis ? [diagnosis] : []);
  });

  test('has a story', () => {
    const file = join(STORIES, `${id}.txt`);
    const told = tell(results(id));
    if (process.env.UPDATE_STORIES) writeFileSync(file, told);
    expect(byConnection(told)).toBe(byConnection(readFileSync(file, 'utf8')));
  });
});

test('every check kills one of them', () => {
  const killers = new Set(broken.flatMap(({ id }) => failuresOf(id)));
  // These two ask again what others have asked, by a real client, and are blocked where those fail.
  const asksAgain = ['ping/ioredis', 'resp/pipelined-ioredis'];
  expect(checks.map(({ id }) => id).filter((id) => !killers.has(id))).toEqual(asksAgain);
});

test('every misconception has its server, and names checks that there are', () => {
  const ids = misconceptions.map(({ id }) => id);
  expect(ids.toSorted()).toEqual(broken.flatMap(({ diagnosis }) => diagnosis ?? []).toSorted());
  const named = misconceptions.flatMap(({ fails, passes }) => [...Object.keys(fails), ...passes]);
  expect(checks.map(({ id }) => id)).toEqual(expect.arrayContaining(named));
});

test('every file is a server of the table, and every story is of one', () => {
  const ids = broken.map(({ id }) => id);
  expect(filesIn(FOLDER, '.ts')).toEqual([...ids, ...PARTS, CONTROL].toSorted());
  expect(filesIn(STORIES, '.txt')).toEqual(ids.toSorted());
});

/** What becomes of each check; a server that has died is started again, on the same port. */
async function examine(id: string, checks: readonly Check[]): Promise<Result[]> {
  const start: Start = { command: () => [process.execPath, `${id}.ts`], cwd: FOLDER };
  const { host, port, ...first } = await startServer(start);
  let server: ServerProcess = first;
  let patience = ENOUGH;
  const results: Result[] = [];
  try {
    for await (const result of runChecks(checks, { host, port }, () => passes, PATIENCE)) {
      results.push(result);
      const outcome = result.mismatch?.outcome.kind;
      const lives = await isThere(port, outcome === 'closed');
      if (!lives || outcome === 'silent') patience--;
      if (patience === 0) break;
      if (lives) continue;
      await server.stop();
      server = runServer(start, port);
      while (!(await isThere(port))) await sleep(10);
    }
  } finally {
    await server.stop();
  }
  return results;
}

/**
 * Whether a server is there. One that has just hung up may be about to die, with its port open to
 * the last: it is asked for a sign of life. To say nothing is one.
 */
function isThere(port: number, hasHungUp = false): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1');
    const end = (answer: boolean) => {
      socket.destroy();
      settle(answer);
    };
    socket.once('connect', () => (hasHungUp ? socket.write('PING\r\n') : end(true)));
    socket.once('data', () => end(true));
    socket.once('close', () => end(false));
    socket.once('error', () => end(false));
    socket.setTimeout(PATIENCE.first, () => end(true));
  });
}

/** The first, the last, the second, the last but one: those that take long are at both ends of the table. */
function fromBothEnds<T>(items: readonly T[]): T[] {
  const backwards = items.toReversed();
  return items.flatMap((item, i) => [item, ...backwards.slice(i, i + 1)]).slice(0, items.length);
}

function results(id: string): Result[] {
  return resultsOf.get(id) ?? [];
}

function failuresOf(id: string): string[] {
  return results(id)
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ check }) => check.id);
}

/** The story of the first failure, without what is chance in it. */
function tell(results: Result[]): string {
  const failure = results.find(({ verdict }) => verdict === 'fail');
  if (!failure) return '';
  const told = story(
    failure,
    diagnose(results).map(({ says }) => says),
  );
  return `${CHANCE.reduce((text, [chance, word]) => text.replaceAll(chance, word), told)}\n`;
}

const CHANCE: [RegExp, string][] = [
  // A key that no other run uses.
  [/:[\da-f]{8}(?=\\r)/gi, ':…'],
  // What is left of 100 or 1000 seconds, in ms; and now, added to what should not be added to.
  [/(?<=":)(99\d{3,4}|1000?000|3[45]\d{12})(?=\\r)/g, '…'],
  // Whether our own hanging up is noticed before what follows.
  [/\n +#\d+ · the server closed the connection(?=\n +#)/g, ''],
  [/… \d+ more lines …/g, '… more lines …'],
];

/** Lines on the wire, sorted by their connections: which of two is first may be chance. */
function byConnection(told: string): string {
  const numberOf = (line: string) => Number(/#(\d+)/.exec(line)?.[1]);
  return told.replace(/(?:^ +#\d+ .*\n)+/gm, (lines) =>
    lines
      .split(/(?<=\n)/)
      .toSorted((a, b) => numberOf(a) - numberOf(b))
      .join(''),
  );
}

function filesIn(folder: string, ext: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ext))
    .map((file) => file.slice(0, -ext.length))
    .toSorted();
}
