import type { Progress } from './output/progress.ts';
import type { Contender } from './servers/contenders.ts';

/** One thing to be measured of several servers, one right after the other. */
export type Trial<Sample> = {
  /** For whoever waits: `GET, 16 deep`. */
  title: string;
  contenders: Contender[];
  measure: (contender: Contender) => Promise<Sample>;
  /** How long it takes once, more or less. */
  expectedSeconds: number;
};

export type Schedule<Sample> = {
  trials: Trial<Sample>[];
  rounds: number;
  /** Rounds before the first, which do not count: for compilers and caches. */
  warmUps: number;
};

/** The samples of one trial: each contender's, in the order of the rounds. */
export type Samples<Sample> = Map<Contender, Sample[]>;

/** How long all of it takes, more or less. */
export function secondsOf<Sample>({ trials, rounds, warmUps }: Schedule<Sample>): number {
  const secondsOfRound = trials.map(({ contenders, expectedSeconds }) => contenders.length * expectedSeconds);
  return secondsOfRound.reduce((sum, seconds) => sum + seconds, 0) * (rounds + warmUps);
}

/**
 * Measures by turns: in each round each trial, and in each trial all contenders right after each other,
 * in an order that is the other way round in the next round. So a busy moment of the machine hits all
 * alike. The samples are in the order of the trials.
 */
export async function runRounds<Sample>(
  { trials, rounds, warmUps }: Schedule<Sample>,
  progress: Progress,
): Promise<Samples<Sample>[]> {
  const samples = trials.map(
    ({ contenders }): Samples<Sample> => new Map(contenders.map((contender) => [contender, []])),
  );
  for (let round = 1 - warmUps; round <= rounds; round++) {
    const name = round < 1 ? 'warm-up' : `round ${round} of ${rounds}`;
    for (const [index, { title, contenders, measure, expectedSeconds }] of trials.entries()) {
      for (const contender of round % 2 === 0 ? contenders.toReversed() : contenders) {
        progress.turn({ round: name, title: `${title}, ${contender.name}`, seconds: expectedSeconds });
        const sample = await measure(contender);
        if (round >= 1) samples[index]?.get(contender)?.push(sample);
      }
    }
  }
  return samples;
}

/** The figures of each contender, beside Redis's in the same rounds. */
export function compare<Sample, Figures>(
  samples: Samples<Sample>,
  figuresOf: (own: Sample[], redis: Sample[]) => Figures,
): ({ server: string } & Figures)[] {
  const redis = Array.from(samples).find(([{ kind }]) => kind === 'redis')?.[1] ?? [];
  return Array.from(samples, ([{ name }, own]) => ({ server: name, ...figuresOf(own, redis) }));
}
