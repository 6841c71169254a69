import type { FromServer } from '../server/messages.ts';

let post: (message: FromServer) => void = () => {
  throw new NobodyListensError();
};

/** Says from now on to somebody what the server does. */
export function openPage(to: (message: FromServer) => void): void {
  post = to;
}

/** Says what the server does. */
export function tellPage(message: FromServer): void {
  post(message);
}

class NobodyListensError extends Error {
  override name = 'NobodyListensError';

  constructor() {
    super('expected a page to be opened before the server does anything, got none');
  }
}
