import type { FromServer, ToServer } from './messages.ts';

/** What a server runs in: a Web Worker in the page, a thread of Node in the test. */
export type ServerWorker = {
  post(message: ToServer): void;
  onMessage(listener: (message: FromServer) => void): void;
  /** It could not be loaded, or it broke. */
  onBroken(listener: (problem: string) => void): void;
  terminate(): void;
};
