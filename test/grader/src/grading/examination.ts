import type { Patience } from '@toy-redis/conformance';
import type { Runner } from '../runner/runner.ts';
import { wordsSince } from '../server/last-words.ts';
import type { ForkServer } from '../server/server.ts';
import { deathAfter, lateDeathAfter } from './death.ts';
import { blocked, type Finding, killing, neverEnded, type Task } from './finding.ts';
import { wane } from './waning-patience.ts';

type Manner = {
  patience: Patience;
  stopsAtFailure: boolean;
  onFinding: (finding: Finding) => void;
};

/** A death that one check has met, and those before it which may have brought it about. */
type Doubt = { met: Finding; suspects: readonly Finding[] };

/** What a server does of one check may kill it at one of the next. */
const MOST_SUSPECTS = 3;

/**
 * Checks that are put to a server, and to the next one if it dies; what is found stays.
 *
 * A check is blamed for a death if the server had seen no other. If it had, the check is put first to a new
 * server, and what it finds there counts. If that one lives, up to three before it are put to it again, the
 * last one first, with half a second each for it to die: who kills it is blamed, and who had failed before
 * gets what it finds now. If none does, nobody is blamed, but the step tells of the death. Of what comes
 * later than that, or after the last check, nothing is known.
 */
export class Examination {
  readonly findings: Finding[] = [];
  readonly #tasks: readonly Task[];
  readonly #manner: Manner;
  #doubt: Doubt | undefined;

  constructor(tasks: readonly Task[], manner: Manner) {
    this.#tasks = tasks;
    this.#manner = manner;
  }

  get isOver(): boolean {
    return this.#next() === undefined;
  }

  /** How many of its deaths have been told of. */
  get deaths(): number {
    return this.findings.filter(({ died, survived }) => (died ?? survived) !== undefined).length;
  }

  /** Puts to a server what is left, until it is over or the server has died. */
  async putTo(server: ForkServer, runner: Runner): Promise<void> {
    const doubt = this.#doubt;
    const put: Finding[] = [];
    for (let task = this.#next(); task; task = this.#next()) {
      const nothing = this.#blocked(task);
      const finding = nothing ?? (await this.#find(task, server, runner));
      if (finding === undefined) return;
      if (finding.died !== undefined && !server.isRunning() && put.length > 0) {
        this.#doubt = { met: finding, suspects: put.slice(-MOST_SUSPECTS) };
        return;
      }
      this.#add(finding);
      if (finding.died !== undefined) return;
      if (doubt && put.length === 0 && !(await this.#settle(doubt, server, runner))) return;
      if (!nothing) put.push(finding);
    }
  }

  /** Leaves what is left, and says why. */
  giveUp(reason: string): void {
    if (this.#doubt) this.#add(this.#doubt.met);
    for (let task = this.#next(); task; task = this.#next()) this.#add(blocked(task, reason));
  }

  /** Finds out who has caused a death that the last check has not; resolves to whether the server has survived that. */
  async #settle({ met, suspects }: Doubt, server: ForkServer, runner: Runner): Promise<boolean> {
    for (const suspect of suspects.toReversed()) {
      const again = await this.#find({ step: suspect.step, check: suspect.result.check }, server, runner);
      if (again === undefined) return false;
      const died = again.died ?? (await lateDeathAfter(server));
      if (died !== undefined) this.#replace(suspect, killing(again, died));
      else if (suspect.result.verdict === 'fail') this.#replace(suspect, again);
      if (died !== undefined) return false;
    }
    const last = this.findings.at(-1);
    if (last && met.died !== undefined) this.#replace(last, { ...last, survived: met.died });
    return true;
  }

  #next(): Task | undefined {
    const task = this.#tasks[this.findings.length];
    const isNewStep = task?.step !== this.findings.at(-1)?.step;
    return isNewStep && this.#manner.stopsAtFailure && this.findings.some(isMissed) ? undefined : task;
  }

  #blocked(task: Task): Finding | undefined {
    const failed = this.findings.filter(({ result }) => ['fail', 'blocked'].includes(result.verdict));
    const id = task.check.needs.find((need) => failed.some(({ result }) => result.check.id === need));
    return id === undefined ? undefined : blocked(task, `It says nothing as long as ${id} fails.`);
  }

  /** Resolves to undefined if the runner was ended from outside. */
  async #find(task: Task, server: ForkServer, runner: Runner): Promise<Finding | undefined> {
    const before = server.output();
    const result = await runner.run(task.check, wane(this.#manner.patience, this.findings));
    if (runner.wasEnded) return undefined;
    if (!result) return neverEnded(task, runner.lostBecause);
    const died = await deathAfter(server, result);
    const finding = { step: task.step, result };
    if (died !== undefined) return killing(finding, died);
    return result.verdict === 'fail' ? { ...finding, printed: wordsSince(before, server) } : finding;
  }

  #add(finding: Finding): void {
    this.#doubt = undefined;
    this.findings.push(finding);
    this.#manner.onFinding(finding);
  }

  #replace(finding: Finding, by: Finding): void {
    this.findings[this.findings.indexOf(finding)] = by;
  }
}

function isMissed({ result }: Finding): boolean {
  return result.check.tier === 'core' && result.verdict !== 'pass';
}
