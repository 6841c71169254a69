import { isInt64, OK, type Reply, RespServer, refuse } from './resp-server.ts';

/** The options of SET, and their times, if they have one. */
export type Options = Map<string, string>;
export type Entry = { value: string; deadline: Deadline };
/** In ms since 1970. */
export type Deadline = bigint | undefined;
/** How time is counted: in units of so many ms, from now on or since 1970. */
export type Clock = { unit: bigint; isRelative: boolean };

export const EX: Clock = { unit: 1000n, isRelative: true };
export const PX: Clock = { unit: 1n, isRelative: true };
export const EXAT: Clock = { unit: 1000n, isRelative: false };
export const PXAT: Clock = { unit: 1n, isRelative: false };
const SET_OPTIONS = [['GET'], ['NX', 'XX'], ['KEEPTTL', 'EX', 'PX', 'EXAT', 'PXAT']];
const SYNTAX_ERROR = 'ERR syntax error';

/** A correct server at the level of step 07. The wrong ones beside it override a method or two. */
export class Server extends RespServer {
  keys = new Map<string, Entry>();
  readonly clocks = new Map(Object.entries({ EX, PX, EXAT, PXAT }));
  sweepEvery = 20;

  constructor() {
    super();
    this.add('get', 2, (key) => this.get(key));
    this.add('set', -3, (key, value, ...words) => this.set(key, value, this.options(words)));
    this.add('del', -2, (...keys) => this.delete(keys));
    this.add('exists', -2, (...keys) => this.exists(keys));
    this.add('dbsize', 1, () => this.size());
    for (const name of ['flushall', 'flushdb']) this.add(name, -1, (...modes) => this.flush(modes));
    for (const [name, clock] of Object.entries({ expire: EX, pexpire: PX, expireat: EXAT, pexpireat: PXAT }))
      this.add(name, -3, (key, time, ...words) => this.expire(name, clock, key, time, words));
    for (const [name, clock] of Object.entries({ ttl: EX, pttl: PX, expiretime: EXAT, pexpiretime: PXAT }))
      this.add(name, 2, (key) => this.timeLeft(clock, key));
    this.add('persist', 2, (key) => this.persist(key));
  }

  override listen(): void {
    super.listen();
    setInterval(() => this.sweep(), this.sweepEvery).unref();
  }

  // Keys.

  /** What is stored under a key: the one place where that is asked, and where expired keys go. */
  find(key: string): Entry | undefined {
    const entry = this.keys.get(key);
    if (!entry || !this.isExpired(entry)) return entry;
    this.keys.delete(key);
    return undefined;
  }

  get(key: string): Reply {
    return this.find(key)?.value ?? null;
  }

  set(key: string, value: string, options: Options): Reply {
    const before = this.find(key);
    const deadline = this.deadlineBySet(options, before);
    const stores = this.stores(options, before);
    if (stores) this.keys.set(key, { value, deadline });
    if (options.has('GET')) return before?.value ?? null;
    return stores ? OK : null;
  }

  /** Of rivals there may be one. */
  options(words: string[]): Options {
    const options: Options = new Map();
    const rest = words.values();
    for (const word of rest) {
      const name = word.toUpperCase();
      const rivals = SET_OPTIONS.find((group) => group.includes(name)) ?? refuse(SYNTAX_ERROR);
      if (rivals.some((rival) => rival !== name && options.has(rival))) refuse(SYNTAX_ERROR);
      options.set(name, this.clocks.has(name) ? (rest.next().value ?? refuse(SYNTAX_ERROR)) : '');
    }
    return options;
  }

  stores(options: Options, before?: Entry): boolean {
    return !options.has(before ? 'NX' : 'XX');
  }

  deadlineBySet(options: Options, before?: Entry): Deadline {
    for (const [name, time] of options) {
      const clock = this.clocks.get(name);
      if (clock) return this.deadline(time, clock, 'set');
    }
    return options.has('KEEPTTL') ? before?.deadline : undefined;
  }

  delete(keys: string[]): Reply {
    return keys.filter((key) => this.find(key) && this.keys.delete(key)).length;
  }

  exists(keys: string[]): Reply {
    return keys.filter((key) => this.find(key)).length;
  }

  size(): Reply {
    return this.keys.size;
  }

  flush(modes: string[]): Reply {
    if (modes.length > 1 || !/^a?sync$/i.test(modes[0] ?? 'sync')) refuse(SYNTAX_ERROR);
    this.keys.clear();
    return OK;
  }

  // Deadlines.

  isExpired({ deadline }: Entry): boolean {
    return deadline !== undefined && deadline <= Date.now();
  }

  /** Deletes expired keys that nobody asks for. */
  sweep(): void {
    for (const key of this.keys.keys()) this.find(key);
  }

  /** A deadline must fit 64 bits, and in SET lie ahead. */
  deadline(time: string, clock: Clock, command: string): bigint {
    const ms = this.integer(time) * clock.unit;
    const deadline = ms + zeroOf(clock);
    if (isInt64(ms) && isInt64(deadline) && (ms > 0n || command !== 'set')) return deadline;
    return refuse(`ERR invalid expire time in '${command}' command`);
  }

  expire(command: string, clock: Clock, key: string, time: string, words: string[]): Reply {
    const only = this.conditions(words);
    const deadline = this.deadline(time, clock, command);
    const entry = this.find(key);
    if (!entry || !this.allows(only, entry.deadline, deadline)) return 0;
    entry.deadline = deadline;
    return 1;
  }

  conditions(words: string[]): Set<string> {
    const only = new Set(words.map((word) => word.toUpperCase()));
    const unknown = words.find((word) => !/^(NX|XX|GT|LT)$/i.test(word));
    if (unknown !== undefined) refuse(`ERR Unsupported option ${unknown}`);
    const clash = (names: string) => refuse(`ERR ${names} options at the same time are not compatible`);
    if (only.has('NX') && only.size > 1) clash('NX and XX, GT or LT');
    return only.has('GT') && only.has('LT') ? clash('GT and LT') : only;
  }

  allows(only: Set<string>, before: Deadline, after: bigint): boolean {
    if (only.has(before === undefined ? 'XX' : 'NX')) return false;
    if (only.has('GT')) return before !== undefined && after > before;
    return !only.has('LT') || before === undefined || after < before;
  }

  /** What TTL and its kin say: −2 without a key, −1 without a deadline. Seconds are rounded. */
  timeLeft(clock: Clock, key: string): Reply {
    const entry = this.find(key);
    if (entry?.deadline === undefined) return entry ? -1 : -2;
    return (entry.deadline - zeroOf(clock) + clock.unit / 2n) / clock.unit;
  }

  persist(key: string): Reply {
    const entry = this.find(key);
    if (entry?.deadline === undefined) return 0;
    entry.deadline = undefined;
    return 1;
  }
}

const zeroOf = ({ isRelative }: Clock) => (isRelative ? BigInt(Date.now()) : 0n);
