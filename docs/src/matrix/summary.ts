import { type Check, cellOf } from '@toy-redis/conformance';
import type { Column } from './columns.ts';

/** How many of some checks a step passes. */
export type Count = { passed: number; of: number; looks: 'all' | 'some' | 'none' };

/** How many of these checks each step passes. */
export function countsOf(checks: readonly Check[], columns: readonly Column[]): Count[] {
  return columns.map(({ lineage }) => {
    const passed = checks.filter((check) => cellOf(check, lineage) === 'passes').length;
    return { passed, of: checks.length, looks: looksOf(passed, checks.length) };
  });
}

function looksOf(passed: number, of: number): Count['looks'] {
  if (passed === of) return 'all';
  return passed === 0 ? 'none' : 'some';
}
