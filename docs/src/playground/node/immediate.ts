const waiting: (() => void)[] = [];
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => waiting.shift()?.();

/** Node's `setImmediate`: behind the messages that have come already. A timeout of 0 may be 4 ms. */
export function setImmediate<T extends unknown[]>(run: (...args: T) => void, ...args: T): void {
  waiting.push(() => run(...args));
  port2.postMessage(undefined);
}
