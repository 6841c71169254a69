import { setTimeout as sleep } from 'node:timers/promises';
import type { Patience, Result } from '@toy-redis/conformance';
import type { Runner } from '../runner/runner.ts';
import { howItEnded, lastWords } from '../server/last-words.ts';
import type { ForkServer } from '../server/server.ts';
import { blocked, type Finding, neverEnded, type Task } from './finding.ts';

type Manner = {
  patience: Patience;
  stopsAtFailure: boolean;
  onFinding: (finding: Finding) => void;
};

/** A server that hangs up may be about to die: it is given so long to do so, in ms. */
const DIES_WITHIN_MS = 500;
const LOOKS_EVERY_MS = 10;
/** Whoever is silent is waited for half as long the next time, down to this, in ms. */
const LEAST_PATIENCE_MS = 1000;

/** Whoever is seen so has been waited for in vain, to the end of our patience. */
const SILENT = ['silent', 'waits'];

/** Checks that are put to a server, and to the next one if it dies; what is found stays. */
export class Examination {
  readonly findings: Finding[] = [];
  readonly #tasks: readonly Task[];
  readonly #manner: Manner;
  readonly #failed = new Set<string>();
  #silences = 0;

  constructor(tasks: readonly Task[], manner: Manner) {
    this.#tasks = tasks;
    this.#manner = manner;
  }

  get isOver(): boolean {
    return this.#next() === undefined;
  }

  /** Puts to a server what is left, until it is over or the server has died. */
  async putTo(server: ForkServer, runner: Runner): Promise<void> {
    for (let task = this.#next(); task; task = this.#next()) {
      const finding = this.#blocked(task) ?? (await this.#find(task, server, runner));
      if (finding === undefined) return;
      this.#add(finding);
      if (finding.died !== undefined) return;
    }
  }

  /** Leaves what is left, and says why. */
  giveUp(reason: string): void {
    for (let task = this.#next(); task; task = this.#next()) this.#add(blocked(task, reason));
  }

  #next(): Task | undefined {
    const task = this.#tasks[this.findings.length];
    const isNewStep = task?.step !== this.findings.at(-1)?.step;
    return isNewStep && this.#manner.stopsAtFailure && this.findings.some(isMissed) ? undefined : task;
  }

  #blocked(task: Task): Finding | undefined {
    const id = task.check.needs.find((need) => this.#failed.has(need));
    return id === undefined ? undefined : blocked(task, `It says nothing as long as ${id} fails.`);
  }

  /** Resolves to undefined if the runner was ended from outside. */
  async #find(task: Task, server: ForkServer, runner: Runner): Promise<Finding | undefined> {
    const result = await runner.run(task.check, this.#patience());
    if (runner.wasEnded) return undefined;
    if (!result) return neverEnded(task, runner.lostBecause);
    const died = await deathOf(server, result);
    return { step: task.step, result, ...(died !== undefined && { died }) };
  }

  #add(finding: Finding): void {
    const { check, verdict, mismatch } = finding.result;
    if (verdict === 'fail' || verdict === 'blocked') this.#failed.add(check.id);
    if (mismatch && SILENT.includes(mismatch.outcome.kind)) this.#silences++;
    this.findings.push(finding);
    this.#manner.onFinding(finding);
  }

  #patience(): Patience {
    const shorter = (ms: number) => Math.max(ms / 2 ** this.#silences, Math.min(ms, LEAST_PATIENCE_MS));
    const { first, next } = this.#manner.patience;
    return { first: shorter(first), next: shorter(next) };
  }
}

function isMissed({ result }: Finding): boolean {
  return result.check.tier === 'core' && result.verdict !== 'pass';
}

async function deathOf(server: ForkServer, { verdict, mismatch }: Result): Promise<string | undefined> {
  if (verdict !== 'fail') return undefined;
  const hungUp = ['closed', 'refused'].includes(mismatch?.outcome.kind ?? '');
  const end = Date.now() + (hungUp ? DIES_WITHIN_MS : 0);
  while (server.isRunning() && Date.now() < end) await sleep(LOOKS_EVERY_MS);
  return server.isRunning() ? undefined : `${howItEnded(server)}. ${lastWords(server)}`;
}
