import { beforeAll, expect, it } from 'vitest';
import type { Report } from '../src/report.ts';
import { runNode } from './run-node.ts';

let reports: Record<string, Report> = {};

beforeAll(async () => {
  const { stdout, stderr } = await runNode('test/broken/fuzz-them.ts');
  expect(stderr).toBe('');
  reports = JSON.parse(stdout);
}, 60_000);

it.for([
  {
    name: 'rescans-the-line',
    expected: /2\.3 times the work \(bytes\) for twice the input/,
    got: /^3\.\d\d times$/,
  },
  {
    name: 'copies-the-bulk',
    expected: /2\.3 times the work \(bytes\) for twice the input/,
    got: /^3\.\d\d times$/,
  },
  { name: 'goes-back-and-forth', expected: /2\.3 times the work \(matching\)/, got: /^3\.\d\d times$/ },
  { name: 'trusts-a-length', expected: /bytes held after 16 were sent/, got: /^67\d{6} bytes$/ },
  {
    name: 'forgets-empty-words',
    expected: /^a ProtocolError, or none$/,
    got: /then TypeError: Reduce of empty array/,
  },
  { name: 'loses-a-byte', expected: /^as all at once: /, got: /\[/ },
])('$name is caught', ({ name, expected, got }) => {
  const { findings } = reports[name] ?? {};
  expect(findings?.map(({ finding }) => [finding.expected, finding.got])).toEqual([
    [expect.stringMatching(expected), expect.stringMatching(got)],
  ]);
});

it('what was found is small', () => {
  const chunksOf = (name: string) => reports[name]?.findings[0]?.finding.chunks ?? [];
  expect(chunksOf('forgets-empty-words').join('').length).toBeLessThan(20);
  expect(chunksOf('loses-a-byte').join('').length).toBeLessThan(20);
});

it('code that no input reaches is named', () => {
  expect(reports['keeps-a-secret']).toMatchObject({
    findings: [],
    missed: [{ file: 'keeps-a-secret.ts', code: "yield ['a treasure'];" }],
  });
});
