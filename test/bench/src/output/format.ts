import type { Figure, Spread } from '../results.ts';

/** Three digits say all there is to say: the rounds differ by more than the fourth. */
const PRECISION = { minimumSignificantDigits: 3, maximumSignificantDigits: 3 };
const MOST_OF_A_NAME = 20;
const COUNT = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const RATE = new Intl.NumberFormat('en', { notation: 'compact', ...PRECISION });
const THREE_DIGITS = new Intl.NumberFormat('en', PRECISION);

/** `10,000` */
export function count(number: number): string {
  return COUNT.format(number);
}

/** `88.1K`, `1.12M` */
export function rate(number: number): string {
  return RATE.format(number);
}

/** `0.912`, `213`, `12,300` */
export function threeDigits(number: number): string {
  return THREE_DIGITS.format(number);
}

/** `64 B`, `1 KB`, `1 MB` */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${bytes / 1024} KB` : `${bytes / (1024 * 1024)} MB`;
}

/** From the least to the most: `85.0K–90.1K`. */
export function spread({ min, max }: Spread, show: (number: number) => string): string {
  return `${show(min)}–${show(max)}`;
}

/** A command line may be long; its end tells more than its beginning. */
export function shortName(name: string): string {
  return name.length <= MOST_OF_A_NAME ? name : `…${name.slice(1 - MOST_OF_A_NAME)}`;
}

/** To Redis: `0.97`, or a dash if that is unknown. */
export function ratio(figure: Figure | null): string {
  return figure?.ratioToRedis?.median.toFixed(2) ?? '–';
}
