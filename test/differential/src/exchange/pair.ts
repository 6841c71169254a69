import { setTimeout as sleep } from 'node:timers/promises';
import type { Start } from '@toy-redis/conformance';
import type { Input, Outcome } from '../input.ts';
import { NoAnswerError } from './control.ts';
import type { Conversation, Span } from './conversation.ts';
import { Side } from './side.ts';

/** What both servers have made of the same input, and when. */
export type Outcomes = { ours: Outcome; redis: Outcome; span: Span };

/** So often, and so far apart (ms), are two that differ looked at again: one may be late. */
const LOOKS = 10;
const LOOKS_EVERY = 10;
/** Of so many inputs is it known that they were played. */
const REMEMBERED = 128;

/** A step and a Redis, of which nobody else knows: commands such as DBSIZE speak of all keys. */
export class Pair {
  readonly ours: Side;
  readonly redis: Side;
  #played: Input[] = [];

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

  /** The last inputs that were played, the latest last: what a server remembers is of them. */
  get played(): readonly Input[] {
    return this.#played;
  }

  /** Plays an input on both. Where they are not the same yet, both get 100 ms more to become so. */
  async play(input: Input, isSame: (outcomes: Outcomes) => boolean): Promise<Outcomes> {
    if (this.#played.at(-1) !== input) this.#played = [...this.#played.slice(1 - REMEMBERED), input];
    const [ours, redis] = await Promise.all([this.ours.play(input), this.redis.play(input)]);
    const look = () => outcomesOf(ours, redis);
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

  /** Starts both anew: they know nothing of what was played before. */
  async restart(): Promise<void> {
    await Promise.all([this.ours.restart(), this.redis.restart()]);
  }

  async close(): Promise<void> {
    await Promise.all([this.ours.close(), this.redis.close()]);
  }
}

function outcomesOf(ours: Conversation, redis: Conversation): Outcomes {
  const from = Math.min(ours.span.from, redis.span.from);
  const to = Math.max(ours.span.to, redis.span.to);
  return { ours: ours.outcome, redis: redis.outcome, span: { from, to } };
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
