import { setTimeout as sleep } from 'node:timers/promises';
import type { Runner } from '../runner/runner.ts';
import { howItEnded, lastWords } from '../server/last-words.ts';
import type { ForkServer, Listener } from '../server/server.ts';

const LOOKS_EVERY_MS = 20;
/**
 * A server that ends takes its network with it, and the runner ends that was in it. On a busy machine one
 * hears of the server only so much later, in ms.
 */
const TOLD_WITHIN_MS = 10_000;
/** A server that listens on `::` may hear IPv4, too, and mostly does. */
const IS_FOR_CLIENTS = ['127.0.0.1', '0.0.0.0', '::'];
const RUNNER_LOST = 'The server was not asked anything: the program that asks has ended.';
/** Whoever listens elsewhere after so long, in ms, will not come to its port any more. */
const SETTLES_WITHIN_MS = 5000;

/** Waits until the port of a server answers. Resolves to why it does not, or to undefined if it does. */
export async function obstacleToStart(
  server: ForkServer,
  runner: Runner,
  port: number,
  withinMs: number,
): Promise<string | undefined> {
  const answer = runner.awaitPort();
  const answersWithin = async (ms: number) => {
    const end = Date.now() + ms;
    while (server.isRunning() && Date.now() < end) {
      const answers = await Promise.race([answer, sleep(LOOKS_EVERY_MS)]);
      if (answers !== undefined) return answers;
    }
    return false;
  };
  const settlesWithin = Math.min(SETTLES_WITHIN_MS, withinMs);
  if (await answersWithin(settlesWithin)) return undefined;
  const listeners = server.listensOn?.() ?? [];
  const isElsewhere = listeners.length > 0 && !listeners.some((listener) => isForClients(listener, port));
  if (!isElsewhere && (await answersWithin(withinMs - settlesWithin))) return undefined;
  const isRunnerLost = (await Promise.race([answer, undefined])) === false && !runner.wasEnded;
  if (isRunnerLost && !(await hasEndedWithin(server, TOLD_WITHIN_MS))) return RUNNER_LOST;
  return describeObstacle(server, port, withinMs);
}

function isForClients(listener: Listener, port: number): boolean {
  return listener.port === port && IS_FOR_CLIENTS.includes(listener.address);
}

async function hasEndedWithin(server: ForkServer, ms: number): Promise<boolean> {
  const end = Date.now() + ms;
  while (server.isRunning() && Date.now() < end) await sleep(LOOKS_EVERY_MS);
  return !server.isRunning();
}

function describeObstacle(server: ForkServer, port: number, withinMs: number): string {
  if (!server.isRunning()) {
    const where = /EADDRINUSE|in use/i.test(server.output()) ? ` ${whichPort(port)}` : '';
    return `${howItEnded(server)}, and its port never answered.${where} ${lastWords(server)}`;
  }
  return `${describeListeners(server.listensOn?.(), port, withinMs)} ${lastWords(server)}`;
}

function describeListeners(listeners: Listener[] | undefined, port: number, withinMs: number): string {
  const here = listeners?.find((listener) => listener.port === port);
  if (!listeners || IS_FOR_CLIENTS.includes(here?.address ?? ''))
    return `The server's port does not answer within ${withinMs / 1000} s. ${whichPort(port)}`;
  if (listeners.length === 0)
    return `The server listens on no port within ${withinMs / 1000} s. ${whichPort(port)}`;
  if (here) return `The server listens on ${here.address} only, and clients come to 127.0.0.1: listen there.`;
  const ports = new Set(listeners.map((listener) => listener.port));
  return `The server listens on ${[...ports].join(' and ')}. ${whichPort(port)}`;
}

function whichPort(port: number): string {
  return `Its port is in the environment variable PORT, now ${port}.`;
}
