import { markdownTable } from 'markdown-table';
import type { FaultResult, Results, ServerResults } from '../results.ts';

const HEAD = ['fault', 'asked', 'reached', ''];

/** What was asked and what was reached, in Markdown: a table for each server. */
export function tablesOf({ servers, scale, durationSeconds }: Results): string {
  const part = scale === 1 ? '' : ` at ${scale} times the usual scale`;
  return [...servers.map(tableOf), `${Math.round(durationSeconds)} s in all${part}.`].join('\n\n');
}

function tableOf({ server, faults }: ServerResults): string {
  const failed = faults.filter(({ findings }) => findings.some(({ verdict }) => verdict === 'fail')).length;
  const sum =
    failed === 0 ? `${faults.length} faults withstood` : `${failed} of ${faults.length} faults failed`;
  return `${server}: ${sum}\n\n${markdownTable([HEAD, ...faults.flatMap(rowsOf)])}`;
}

function rowsOf({ title, findings }: FaultResult): string[][] {
  return findings.map(({ asked, reached, verdict }, index) => [
    index === 0 ? title : '',
    asked,
    oneLine(reached),
    verdict === 'pass' ? 'pass' : 'FAIL',
  ]);
}

/** What a dying server said last may have many lines, and a table's row has one. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' / ').replaceAll('|', '\\|');
}
