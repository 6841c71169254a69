import EventEmitter from 'events/events.js';

export { EventEmitter };

/** Resolves to the arguments of the next such event, and rejects if there is an error instead. */
export const once = EventEmitter.once;

/** The events as they come, each as the array of its arguments; an error ends it. The package has none. */
export function on(emitter: EventEmitter, name: string): AsyncGenerator<unknown[], never> {
  const waiting: unknown[][] = [];
  let failed: { error: unknown } | undefined;
  let wake = () => {};
  const take = (...args: unknown[]) => {
    waiting.push(args);
    wake();
  };
  const fail = (error: unknown) => {
    failed = { error };
    wake();
  };
  emitter.on(name, take);
  emitter.on('error', fail);

  async function* events(): AsyncGenerator<unknown[], never> {
    try {
      for (;;) {
        const args = waiting.shift();
        if (args) yield args;
        else if (failed) throw failed.error;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      emitter.off(name, take);
      emitter.off('error', fail);
    }
  }
  return events();
}
