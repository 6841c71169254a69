import type { Request } from '../compare/reading.ts';

/** A time that a request sets: in ms from now on, or in ms since 1970. */
export type Deadline = { ms: bigint; from: 'now' | '1970' };

type Clock = { unit: bigint; from: Deadline['from'] };

const CLOCKS = new Map<string, Clock>([
  ['ex', { unit: 1000n, from: 'now' }],
  ['px', { unit: 1n, from: 'now' }],
  ['exat', { unit: 1000n, from: '1970' }],
  ['pxat', { unit: 1n, from: '1970' }],
  ['expire', { unit: 1000n, from: 'now' }],
  ['pexpire', { unit: 1n, from: 'now' }],
  ['expireat', { unit: 1000n, from: '1970' }],
  ['pexpireat', { unit: 1n, from: '1970' }],
]);
/** Inputs take less, in ms. */
const SOON_MS = 10_000n;
const CLOSE_MS = 1000n;
const INTEGER = /^-?\d{1,19}$/;

/** The name of a request in small letters, as Redis looks it up. */
export function nameOf(request: Request): string {
  return request[0]?.toLowerCase() ?? '';
}

/** The times that a request sets, valid or not; in SET there may be several. */
export function deadlinesOf(request: Request): Deadline[] {
  const name = nameOf(request);
  if (name !== 'set') return toDeadline(name, request[2]);
  return request.slice(3).flatMap((option, index) => toDeadline(option, request[index + 4]));
}

/** How long it is until then, in ms; negative if that has passed. */
function msUntil({ ms, from }: Deadline): bigint {
  return from === 'now' ? ms : ms - BigInt(Date.now());
}

function toDeadline(clockName: string, time = ''): Deadline[] {
  const clock = CLOCKS.get(clockName.toLowerCase());
  return clock && INTEGER.test(time) ? [{ ms: BigInt(time) * clock.unit, from: clock.from }] : [];
}

/** Whether a deadline comes while an input is played, or perhaps does. */
export function comesSoon(deadline: Deadline): boolean {
  const left = msUntil(deadline);
  return left > (deadline.from === 'now' ? 0n : -SOON_MS) && left < SOON_MS;
}

/** Whether a deadline has passed when it is set. */
export function isPast(deadline: Deadline): boolean {
  return msUntil(deadline) <= 0n;
}

/** Whether a request sets a deadline so close to an earlier one that nobody knows which comes first. */
export function isFlip(request: Request, earlier: readonly Request[]): boolean {
  const before = earlier.flatMap(deadlinesOf);
  return deadlinesOf(request).some((deadline) =>
    before.some((other) => {
      if (deadline.from === '1970' && other.from === '1970') return false;
      const apart = msUntil(deadline) - msUntil(other);
      return apart > -CLOSE_MS && apart < CLOSE_MS;
    }),
  );
}
