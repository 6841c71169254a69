import { setTimeout as sleep } from 'node:timers/promises';

const LOOKS_EVERY = 50;

/** Measures until a figure suits, or so long (ms) is over; resolves to the last one. */
export async function measureUntil<Figure>(
  measure: () => Figure | Promise<Figure>,
  suits: (figure: Figure) => boolean,
  patience: number,
): Promise<Figure> {
  const end = Date.now() + patience;
  for (;;) {
    const figure = await measure();
    if (suits(figure) || Date.now() > end) return figure;
    await sleep(LOOKS_EVERY);
  }
}
