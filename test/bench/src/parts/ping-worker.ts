import type { Socket } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { frame, openSocket } from '../servers/connection.ts';
import type { Waits } from './longest-wait.ts';

/*
 * Says PING a millisecond after each reply, from its first message to the thread that started it until
 * the first from there, and answers that with the longest wait.
 */
const PING = Buffer.from(frame('PING'));
const PAUSE_MS = 1;

const socket = await openSocket(workerData);
const ownDelay = monitorEventLoopDelay({ resolution: PAUSE_MS });
let isOver = false;
let longestWaitMs = 0;
parentPort?.once('message', () => {
  isOver = true;
});
await waitForReply(socket);
parentPort?.postMessage('ready');
ownDelay.enable();
while (!isOver) {
  longestWaitMs = Math.max(longestWaitMs, await waitForReply(socket));
  await sleep(PAUSE_MS);
}
socket.destroy();
const clientPauseMs = Math.max(0, ownDelay.max / 1e6 - PAUSE_MS);
parentPort?.postMessage({ longestWaitMs, clientPauseMs } satisfies Waits);

/** In ms, from right before the writing to the first byte. */
function waitForReply(socket: Socket): Promise<number> {
  return new Promise((resolve) => {
    const sentAt = performance.now();
    socket.once('data', () => resolve(performance.now() - sentAt));
    socket.write(PING);
  });
}
