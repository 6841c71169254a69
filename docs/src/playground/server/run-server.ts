import { skip } from '../node/clock.ts';
import { print } from '../node/console.ts';
import { installGlobals } from '../node/globals.ts';
import { hearClient } from '../node/network.ts';
import { openPage, tellPage } from '../node/page.ts';
import { ProcessExit } from '../node/process.ts';
import type { FromServer, ToServer } from './messages.ts';

/** The worker's own half: hears the page, and crashes of what nobody catches, as Node does. */
export type RunningServer = { hear(message: ToServer): void; crash(error: unknown): void };

/** Makes the worker a machine on which the server of a step runs, once the page says which. */
export function runServer(
  load: (step: string) => Promise<unknown>,
  post: (message: FromServer) => void,
): RunningServer {
  openPage(post);
  installGlobals();
  return {
    crash,
    hear: (message) => {
      // A server's module is never done: it goes on accepting clients.
      if (message.kind === 'start') void load(message.step).catch(crash);
      else if (message.kind === 'skip') skip(message.ms);
      else hearClient(message);
    },
  };
}

function crash(error: unknown): void {
  if (error instanceof ProcessExit) return;
  print(`Uncaught ${error}`, 'err');
  tellPage({ kind: 'exited', code: 1 });
}
