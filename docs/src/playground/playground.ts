import { Asker } from './clock/asker.ts';
import { ClockPane } from './clock/clock-pane.ts';
import { Deadlines } from './clock/deadlines.ts';
import type { Demonstration } from './lacks/act.ts';
import { CALM, perform, STILL, type Stage } from './lacks/perform.ts';
import type { Client, Connection } from './server/client.ts';
import { StepServer } from './server/step-server.ts';
import { ServerPane } from './server-pane.ts';
import { TerminalView } from './terminal/terminal-view.ts';
import { type Entry, tap } from './wire-pane/wire-log.ts';
import { WirePane } from './wire-pane/wire-pane.ts';

/** A step's server, two terminals that speak to it, and the wire between them. */
export class Playground {
  readonly terminals: [TerminalView, TerminalView];
  readonly serverPane = new ServerPane();
  readonly wire = new WirePane();
  readonly clock: ClockPane | undefined;
  readonly #step: string;
  #server: StepServer | undefined;
  #deadlines: Deadlines | undefined;

  constructor(step: string, hasClock: boolean) {
    this.#step = step;
    const terminal = (number: number) =>
      new TerminalView(
        number,
        tap(
          (client) => this.#connect(client),
          number,
          (entry) => this.#note(entry),
        ),
      );
    this.terminals = [terminal(1), terminal(2)];
    if (hasClock) {
      this.clock = new ClockPane(
        (ms) => this.#skip(ms),
        () => void this.#askForDeadlines(),
      );
    }
  }

  /** Starts the server anew, with nothing stored, and both terminals with it. */
  async restart(): Promise<void> {
    for (const terminal of this.terminals) terminal.restart();
    this.#server?.stop();
    this.#server = undefined;
    this.wire.clear();
    this.clock?.reset();
    this.serverPane.clear();
    this.serverPane.print('$ node src/server.ts', 'note');
    try {
      this.#server = await StepServer.start(this.#step, (line, stream) =>
        this.serverPane.print(line, stream),
      );
    } catch (error) {
      this.serverPane.print(error instanceof Error ? error.message : String(error), 'err');
      return;
    }
    if (this.clock) this.#deadlines = new Deadlines(new Asker((client) => this.#connect(client)));
  }

  /** Starts anew and gives a demonstration, until it is over or somebody says stop. */
  async show({ acts }: Demonstration, say: (words: string) => void, stop: AbortSignal): Promise<void> {
    await this.restart();
    const terminal = (number: 1 | 2) => this.terminals[number === 1 ? 0 : 1];
    const stage: Stage = {
      say,
      type: (act, betweenKeys) => terminal(act.terminal).type(act.text, act.mode, betweenKeys),
      waits: (number) => terminal(number).waits,
      skip: (ms) => this.clock?.skip(ms),
    };
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    await perform(acts, stage, stop, still ? STILL : CALM);
  }

  #connect(client: Client): Connection {
    if (this.#server) return this.#server.connect(client);
    queueMicrotask(() => client.onRefused());
    return { write() {}, end() {}, reset() {} };
  }

  #note(entry: Entry): void {
    this.wire.add(entry);
    if (this.#deadlines?.notice(entry)) void this.#askForDeadlines();
  }

  #skip(ms: number): void {
    this.#server?.skip(ms);
    void this.#askForDeadlines();
  }

  async #askForDeadlines(): Promise<void> {
    const deadlines = this.#deadlines;
    const states = await deadlines?.ask();
    if (states && deadlines === this.#deadlines) this.clock?.show(states);
  }
}
