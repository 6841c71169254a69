import { type Cells, closed, type Outcome, passes, says } from '../check.ts';

/** What steps 02 to 04 reply to anything at all. */
export const saysPong = says('+PONG\r\n');
export const saysSyntaxError = says('-ERR syntax error\r\n');
export const unknown = (command: string) => says(`-ERR unknown command '${command}'`);

/** A check that every step passes which reads at all. */
export const fromPing: Cells = { '01': closed, '02': passes };

/** A check that needs a connection which outlives the first reply. */
export const fromMultiPing: Cells = { '01': closed, '02': closed, '03': passes };

/** A check whose first reply is not PONG, and which needs nothing stored. */
export const fromResp: Cells = { '01': closed, '02': saysPong, '05': passes };

/** A check about the keyspace, which begins with this command. */
export const fromGetSet = (command: string): Cells => ({
  '01': closed,
  '02': saysPong,
  '05': unknown(command),
  '06': passes,
});

/** A check about deadlines, which begins with SET, or with another command; and what step 06 says to it. */
export const fromExpiry = (at06: Outcome, command = 'SET'): Cells => ({
  '01': closed,
  '02': saysPong,
  '05': unknown(command),
  '06': at06,
  '07': passes,
});
