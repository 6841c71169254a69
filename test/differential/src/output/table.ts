import { markdownTable } from 'markdown-table';
import type { Report } from '../compare-step.ts';

const COUNT = new Intl.NumberFormat('en');

type Row = Pick<Report, 'step' | 'tally' | 'failed' | 'discovery' | 'cases'>;

/** What was compared, a line for each step. */
export function tableOf(reports: readonly Row[]): string {
  const heads = ['step', 'inputs', 'requests', 'bytes', 'differences', 'skipped', 'unsteady', 'cases'];
  const rows = reports.map(({ step, tally, failed, discovery, cases }) => [
    step,
    ...[
      tally.inputs,
      tally.requests,
      tally.bytes,
      failed.length + (discovery ? 1 : 0),
      tally.skipped,
      tally.unsteady.length,
      cases,
    ].map((number) => COUNT.format(number)),
  ]);
  return markdownTable([heads, ...rows], { align: ['l', ...heads.slice(1).map(() => 'r')] });
}
