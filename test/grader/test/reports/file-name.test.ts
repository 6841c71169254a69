import { expect, test } from 'vitest';
import { fileNameOf } from '../../src/reports/file-name.ts';

const NAMES = [
  ...['ada', 'Ada', 'ADA', 'ada ', 'ada.', 'ada-', '-ada', 'ada/', 'ada\\', 'ada\0', '', ' ', '.', '..'],
  ...[
    '../../etc/passwd',
    '..\\..\\windows',
    '/etc/passwd',
    'C:\\',
    'con',
    'con.txt',
    'nul',
    'com1',
    'index.html',
  ],
  ...[
    'ada?x',
    'ada#x',
    'ada%2fx',
    'ada~x',
    'ada:x',
    'ada*',
    '"',
    '<script>',
    'a\u202eb',
    'josé',
    'jose\u0301',
    '李',
  ],
  ...['\ud800', '\udc00', '\ufffd', 'x'.repeat(80), 'x'.repeat(81), 'x'.repeat(1e6), `${'x'.repeat(1e6)}y`],
];
const names = [...NAMES, ...NAMES.map(fileNameOf)];

test('a name that is safe is kept', () => {
  for (const name of ['ada', 'ada-lovelace', 'a.b_c-1', '2026']) expect(fileNameOf(name)).toBe(name);
});

test.each(NAMES)('%j becomes a file name that is safe everywhere', (name) => {
  const file = fileNameOf(name);
  expect(file).toMatch(/^[a-z\d][a-z\d._~-]{0,79}$/);
  expect(file).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|\.$|\.\./);
  expect(encodeURIComponent(file)).toBe(file);
});

test('no two names have the same file, and none has that of another', () => {
  const distinct = new Set(names);
  expect(new Set([...distinct].map((name) => fileNameOf(name).toLowerCase())).size).toBe(distinct.size);
});
