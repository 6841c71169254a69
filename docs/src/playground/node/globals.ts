import { Buffer } from 'buffer/index.js';
import { clearTimer, setClocks, setInterval, setTimeout } from './clock.ts';
import { console } from './console.ts';
import { setImmediate } from './immediate.ts';
import process from './process.ts';

/** Makes the worker's globals those that a step finds in Node. */
export function installGlobals(): void {
  const timers = {
    setTimeout,
    setInterval,
    setImmediate,
    clearTimeout: clearTimer,
    clearInterval: clearTimer,
  };
  Object.assign(globalThis, { Buffer, process, console, ...timers });
  setClocks();
}
