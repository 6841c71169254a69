import type { Check } from './check.ts';
import { commandChecks } from './checks/commands.ts';
import { concurrencyChecks } from './checks/concurrency.ts';
import { expiryChecks } from './checks/expiry.ts';
import { framingChecks } from './checks/framing.ts';
import { handshakeChecks } from './checks/handshake.ts';
import { inlineChecks } from './checks/inline.ts';
import { keyspaceChecks } from './checks/keyspace.ts';
import { pingChecks } from './checks/ping.ts';
import { protocolErrorChecks } from './checks/protocol-errors.ts';
import { setOptionChecks } from './checks/set-options.ts';
import { survivalChecks } from './checks/survival.ts';
import { ttlChecks } from './checks/ttl.ts';

/** All checks, each after those that it needs. */
export const checks: readonly Check[] = inOrder([
  ...pingChecks,
  ...concurrencyChecks,
  ...framingChecks,
  ...commandChecks,
  ...inlineChecks,
  ...protocolErrorChecks,
  ...handshakeChecks,
  ...keyspaceChecks,
  ...setOptionChecks,
  ...ttlChecks,
  ...expiryChecks,
  ...survivalChecks,
]);

/** Puts each check after its needs, and else keeps the order. Throws a TableError if that cannot be. */
function inOrder(table: readonly Check[]): Check[] {
  const byId = new Map(table.map((check) => [check.id, check]));
  if (byId.size < table.length) throw new TableError('two checks have the same id');
  const ordered = new Set<Check>();
  const place = (check: Check, dependents: readonly string[]) => {
    if (ordered.has(check)) return;
    if (dependents.includes(check.id)) throw new TableError(`${check.id} needs itself`);
    for (const id of check.needs) {
      const needed = byId.get(id);
      if (!needed) throw new TableError(`${check.id} needs ${id}, which there is not`);
      place(needed, [...dependents, check.id]);
    }
    ordered.add(check);
  };
  for (const check of table) place(check, []);
  return [...ordered];
}

class TableError extends Error {
  override name = 'TableError';
}
