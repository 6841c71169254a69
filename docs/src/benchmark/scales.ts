/** Where on an axis a value is. */
export type Scale = (value: number) => number;

/** From the least to the most. */
export type Interval = readonly [from: number, to: number];

/** Equal differences are equal distances. */
export function linear([least, most]: Interval, [from, to]: Interval): Scale {
  return (value) => from + ((value - least) / (most - least)) * (to - from);
}

/** Equal ratios are equal distances: twice as fast is as far from 1 as half as fast. */
export function logarithmic([least, most]: Interval, range: Interval): Scale {
  const scale = linear([Math.log(least), Math.log(most)], range);
  return (value) => scale(Math.log(value));
}

/** The powers of two in an interval: ticks of which each is twice the one before. */
export function doublings([least, most]: Interval): number[] {
  const from = Math.ceil(Math.log2(least));
  const to = Math.floor(Math.log2(most));
  return Array.from({ length: to - from + 1 }, (_, index) => 2 ** (from + index));
}

/** Five ticks or so, from 0 to above the most, a round number apart. */
export function steps(most: number): number[] {
  const magnitude = 10 ** Math.floor(Math.log10(most / 5));
  const step = ([1, 2, 5, 10].find((each) => each * magnitude * 6 >= most) ?? 10) * magnitude;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, index) => index * step);
}
