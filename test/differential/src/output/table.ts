import { markdownTable } from 'markdown-table';
import type { Report } from '../compare-step.ts';

const COUNT = new Intl.NumberFormat('en');

/** What was compared, a line for each step. */
export function tableOf(reports: readonly Report[]): string {
  const heads = ['step', 'inputs', 'requests', 'bytes', 'differences', 'skipped', 'unsteady', 'cases'];
  const rows = reports.map(({ step, tally, differences, cases }) => [
    step,
    ...[
      tally.inputs,
      tally.requests,
      tally.bytes,
      differences.length,
      tally.skipped,
      tally.unsteady.length,
      cases,
    ].map((number) => COUNT.format(number)),
  ]);
  return markdownTable([heads, ...rows], { align: ['l', ...heads.slice(1).map(() => 'r')] });
}
