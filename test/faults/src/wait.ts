import { setTimeout as sleep } from 'node:timers/promises';

const LOOKS_EVERY_MS = 50;
const PATIENCE_MS = 20_000;
const LEAST_PATIENCE_MS = 2000;

/**
 * How long in ms to wait for what should come at once, until it is given up: generous, as a machine may be
 * busy, and not what is asked of a server.
 */
export function patience(scale: number): number {
  return Math.max(LEAST_PATIENCE_MS, PATIENCE_MS * scale);
}

/** Measures until a figure suits, or so long is over; resolves to the last one. */
export async function measureUntil<Figure>(
  measure: () => Figure | Promise<Figure>,
  suits: (figure: Figure) => boolean,
  patienceMs: number,
): Promise<Figure> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const figure = await measure();
    if (suits(figure) || Date.now() > end) return figure;
    await sleep(LOOKS_EVERY_MS);
  }
}
