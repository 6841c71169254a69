import { markdownTable } from 'markdown-table';
import { heldPerByte, type Report } from '../report.ts';

const COUNT = new Intl.NumberFormat('en');
const HEADS = ['target', 'inputs', 'bytes', 'blocks', 'excused', 'work for twice as much', 'held for a byte'];

/** What was tried, a line for each decoder, and which streams were the hardest. */
export function tableOf(reports: readonly Report[]): string {
  const rows = reports.map(({ target, inputs, bytes, reached, blocks, excused, mostWork, mostHeld }) => [
    target,
    COUNT.format(inputs),
    COUNT.format(bytes),
    `${reached} of ${blocks}`,
    COUNT.format(excused),
    mostWork ? `${mostWork.growth.ratio.toFixed(2)} ×` : '',
    mostHeld ? `${heldPerByte(mostHeld).toFixed(1)} bytes` : '',
  ]);
  const table = markdownTable([HEADS, ...rows], { align: ['l', ...HEADS.slice(1).map(() => 'r')] });
  return [table, '', ...reports.flatMap(hardest)].join('\n');
}

function hardest({ target, mostWork, mostHeld }: Report): string[] {
  return [
    ...(mostWork ? [`${target}, most work: ${mostWork.growth.work} for ${mostWork.family.name}`] : []),
    ...(mostHeld ? [`${target}, most held: ${mostHeld.family.name}`] : []),
  ];
}
