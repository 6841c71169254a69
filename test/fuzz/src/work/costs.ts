import { backtracks } from './backtracks.ts';

/** A call of a built-in method; `from` is where a regular expression began. */
export type Call = { self: unknown; words: unknown[]; result: unknown; from: number };
/** What such a call has done, in bytes or characters. */
export type Cost = (call: Call) => number;

export const ofSelf: Cost = ({ self }) => lengthOf(self);
export const ofResult: Cost = ({ result }) => lengthOf(result);

/** What a search has passed over. */
export const scanned: Cost = ({ self, words: [wanted, from] }) => {
  const start = typeof from === 'number' ? from : 0;
  const at = Buffer.isBuffer(self)
    ? self.indexOf(typeof wanted === 'number' ? wanted : String(wanted), start)
    : String(self).indexOf(String(wanted), start);
  return (at === -1 ? lengthOf(self) : at + 1) - start;
};

/** What a regular expression has passed over, and how often it went back. */
export const matched: Cost = ({ self, words: [text], result, from }) => {
  if (!(self instanceof RegExp) || typeof text !== 'string') return 0;
  return passed(self, text, result, from) + backtracks(self, text, from);
};

function passed({ sticky }: RegExp, text: string, match: unknown, from: number): number {
  if (!Array.isArray(match) || !('index' in match)) return sticky ? 0 : text.length - from;
  return Number(match.index) + lengthOf(match[0]) - from;
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null || !('length' in value)) return 0;
  return Number(value.length);
}
