import { ReplyError } from './reply.ts';

const DECIMAL = /^(?:0|-?[1-9]\d{0,18})$/;

/**
 * The integer that a text spells, or undefined if it is none. As in Redis, that is a signed 64-bit
 * number in its one shortest form: no plus sign, no leading zeros, no spaces.
 * Source: `string2ll` in Redis's util.c.
 */
export function parseInteger(text: string): bigint | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const value = BigInt(text);
  return BigInt.asIntN(64, value) === value ? value : undefined;
}

/**
 * The integer that an argument of a command spells. Throws a ReplyError with this problem if it spells
 * none. Source: `getLongLongFromObjectOrReply` in Redis's object.c.
 */
export function toInteger(argument: string, problem = 'value is not an integer or out of range'): bigint {
  const value = parseInteger(argument);
  if (value === undefined) throw new ReplyError(`ERR ${problem}`);
  return value;
}
