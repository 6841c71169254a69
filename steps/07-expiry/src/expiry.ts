import { type Reply, ReplyError, toInteger } from '@toy-redis/resp';
import type { Command } from './commands.ts';
import { keyspace } from './keyspace.ts';

/** How a command counts time: in units of so many ms, from now on or since 1970. */
type Clock = { unit: bigint; zero: () => bigint };

const now = () => BigInt(Date.now());
const EX: Clock = { unit: 1000n, zero: now };
const PX: Clock = { unit: 1n, zero: now };
const EXAT: Clock = { unit: 1000n, zero: () => 0n };
const PXAT: Clock = { unit: 1n, zero: () => 0n };
/** The clocks, as SET calls them. */
export const CLOCKS = new Map(Object.entries({ EX, PX, EXAT, PXAT }));

setInterval(() => keyspace.expireCycle(), 20).unref();

/** The commands about deadlines. Redis: expire.c. */
export const expiry: [string, Command][] = [
  ['expire', { arity: -3, run: expire('expire', EX) }],
  ['pexpire', { arity: -3, run: expire('pexpire', PX) }],
  ['expireat', { arity: -3, run: expire('expireat', EXAT) }],
  ['pexpireat', { arity: -3, run: expire('pexpireat', PXAT) }],
  ['ttl', { arity: 2, run: ttl(EX) }],
  ['pttl', { arity: 2, run: ttl(PX) }],
  ['expiretime', { arity: 2, run: ttl(EXAT) }],
  ['pexpiretime', { arity: 2, run: ttl(PXAT) }],
  ['persist', { arity: 2, run: persist }],
];

/** EXPIRE key time [NX | XX | GT | LT]: a deadline in the past deletes the key at once. */
function expire(command: string, clock: Clock): Command['run'] {
  return (key, time, ...options) => {
    const only = parseConditions(options);
    const deadline = toDeadline(time, clock, command);
    const [value, current] = [keyspace.get(key), keyspace.deadline(key)];
    if (value === undefined) return 0;
    if (only.has(current === undefined ? 'XX' : 'NX')) return 0;
    if (only.has('GT') && (current === undefined || deadline <= current)) return 0;
    if (only.has('LT') && current !== undefined && deadline >= current) return 0;
    if (deadline <= now()) keyspace.delete(key);
    else keyspace.set(key, value, deadline);
    return 1;
  };
}

function parseConditions(options: string[]): Set<string> {
  const unknown = options.find((option) => !/^(NX|XX|GT|LT)$/i.test(option));
  if (unknown !== undefined) throw new ReplyError(`ERR Unsupported option ${unknown}`);
  const only = new Set(options.map((option) => option.toUpperCase()));
  const [nx, gt, lt] = ['NX', 'GT', 'LT'].map((name) => only.has(name));
  const clash = nx && only.size > 1 ? 'NX and XX, GT or LT' : gt && lt && 'GT and LT';
  if (clash) throw new ReplyError(`ERR ${clash} options at the same time are not compatible`);
  return only;
}

/** TTL key: −2 if there is no such key, −1 if it never expires. Seconds are rounded to the nearest. */
function ttl({ unit, zero }: Clock): Command['run'] {
  return (key) => {
    const deadline = keyspace.deadline(key);
    if (deadline === undefined) return keyspace.has(key) ? -1 : -2;
    const left = deadline - zero();
    return left < 0n ? 0 : (left + unit / 2n) / unit;
  };
}

function persist(key: string): Reply {
  const value = keyspace.get(key);
  if (value === undefined || keyspace.deadline(key) === undefined) return 0;
  keyspace.set(key, value);
  return 1;
}

/** A deadline in ms since 1970. It must fit 64 bits, and in SET, which cannot delete, lie ahead. */
export function toDeadline(time: string, { unit, zero }: Clock, command: string): bigint {
  const count = toInteger(time);
  const deadline = count * unit + zero();
  const fits = [count * unit, deadline].every((ms) => BigInt.asIntN(64, ms) === ms);
  if (fits && (count > 0n || command !== 'set')) return deadline;
  throw new ReplyError(`ERR invalid expire time in '${command}' command`);
}
