import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import promises, { setTimeout as sleep } from 'node:timers/promises';

/*
 * Loaded before a server, this is a machine so slow that no interval ever comes round. Once it has seen
 * that it is so it prints `no interval fires`.
 */
const INTERVAL_MS = 1;
const WATCHED_MS = 50;

const setInterval = () => setTimeout(() => {}, 0);
Object.assign(globalThis, { setInterval });
Object.assign(timers, { setInterval });
Object.assign(promises, { async *setInterval() {} });
syncBuiltinESMExports();

let fired = 0;
globalThis.setInterval(() => fired++, INTERVAL_MS);
await sleep(WATCHED_MS);
if (fired === 0) console.log('no interval fires');
