import { markdownTable } from 'markdown-table';
import { type FaultResult, hasFailed, type Results, type ServerResults } from '../results.ts';

const HEAD = ['fault', 'asked', 'reached', ''];

/** What was asked and what was reached, in Markdown: a table for each server. */
export function tablesOf({ servers, scale, durationSeconds }: Results): string {
  const part = scale === 1 ? '' : ` at ${scale} times the usual scale`;
  return [...servers.map(tableOf), `${Math.round(durationSeconds)} s in all${part}.`].join('\n\n');
}

function tableOf({ server, faults, leftOut }: ServerResults): string {
  const withstood = faults.filter(({ findings }) => !findings.some(hasFailed)).length;
  const sum = `${server} withstood ${withstood} of ${faults.length} faults`;
  const paragraphs = [sum, markdownTable([HEAD, ...faults.flatMap(rowsOf)])];
  if (leftOut.length > 0) paragraphs.push(`Left out, as its keys have no deadlines: ${leftOut.join(', ')}.`);
  return paragraphs.join('\n\n');
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
