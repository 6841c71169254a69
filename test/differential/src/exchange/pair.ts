import { setTimeout as sleep } from 'node:timers/promises';
import type { Start } from '@toy-redis/conformance';
import type { Input, Outcome } from '../input.ts';
import { NoAnswerError } from './control.ts';
import type { Conversation } from './conversation.ts';
import { Side } from './side.ts';

/** What both servers have made of the same input. */
export type Outcomes = { ours: Outcome; redis: Outcome };

/** So often, and so far apart (ms), are two that differ looked at again: one may be late. */
const LOOKS = 10;
const LOOKS_EVERY = 10;

/** A step and a Redis, of which nobody else knows: commands such as DBSIZE speak of all keys. */
export class Pair {
  readonly ours: Side;
  readonly redis: Side;

  /** Throws a NotStartedError if one of them does not listen. */
  static async open(ours: Start, redis: Start): Promise<Pair> {
    const [first, second] = await Promise.allSettled([Side.open(ours), Side.open(redis)]);
    if (first.status === 'fulfilled' && second.status === 'fulfilled')
      return new Pair(first.value, second.value);
    for (const side of [first, second]) if (side.status === 'fulfilled') await side.value.close();
    throw first.status === 'rejected' ? first.reason : second.status === 'rejected' && second.reason;
  }

  constructor(ours: Side, redis: Side) {
    this.ours = ours;
    this.redis = redis;
  }

  /** Plays an input on both. Where they are not the same yet, both get 100 ms more to become so. */
  async play(input: Input, isSame: (outcomes: Outcomes) => boolean): Promise<Outcomes> {
    const [ours, redis] = await Promise.all([this.ours.play(input), this.redis.play(input)]);
    const look = (): Outcomes => ({ ours: ours.outcome, redis: redis.outcome });
    for (let looks = 0; looks < LOOKS && !isGone(look()) && !isSame(look()); looks++) {
      await sleep(LOOKS_EVERY);
      await Promise.all([settle(this.ours, ours), settle(this.redis, redis)]);
    }
    const outcomes = look();
    ours.leave();
    redis.leave();
    if (outcomes.ours.state === 'gone') await this.ours.restart();
    if (outcomes.redis.state === 'gone') await this.redis.restart();
    return outcomes;
  }

  async close(): Promise<void> {
    await Promise.all([this.ours.close(), this.redis.close()]);
  }
}

async function settle(side: Side, conversation: Conversation): Promise<void> {
  try {
    await side.settle();
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error;
    conversation.lose();
  }
}

function isGone({ ours, redis }: Outcomes): boolean {
  return ours.state === 'gone' || redis.state === 'gone';
}
