import { describe, expect, test } from 'vitest';
import { compareFile } from '../src/differences/difference.ts';
import { findPart } from '../src/excerpts/find-part.ts';
import { markedCode } from '../src/excerpts/marked-code.ts';
import { narrow } from '../src/excerpts/narrow.ts';
import { partsOf } from '../src/excerpts/parts.ts';

const SOURCE = `import { a } from 'a';
// About b.
import { b } from 'b';

/** What f is for. */
export function f(text: string): void;
export function f(number: number): void;
export function f() {
  if (a) b();
} // The end of f.

// What c is.
const c = 1;
const [d, e] = [2, 3], g = 4;

/** A class. */
export class C {
  static #count = 0;
  /** How many. */
  get size() {
    return 1;
  }
  set size(size: number) {}

  // Does it.
  async *#run(): AsyncGenerator<string> {}
}

for await (const x of []) console.log(x);
console.log('done');
export type T = { t: string };
export default c;
`;

describe('a part of a source', () => {
  test.for([
    { of: 'imports', lines: [1, 3] },
    { of: 'f', lines: [5, 10] },
    { of: 'c', lines: [12, 13] },
    { of: 'g', lines: [14, 14] },
    { of: 'C', lines: [16, 27] },
    { of: 'C.#count', lines: [18, 18] },
    { of: 'C.size', lines: [19, 23] },
    { of: 'C.#run', lines: [25, 26] },
    { of: 'for await', lines: [29, 29] },
    { of: 'console.log', lines: [30, 30] },
    { of: 'T', lines: [31, 31] },
    { of: 'export default', lines: [32, 32] },
  ])('is found as $of', ({ of, lines }) => {
    const { first, last } = findPart('x.ts', SOURCE, of);
    expect([first, last]).toEqual(lines);
  });

  test.for(['h', 'const', 'C.count', ''])('is not found as $of, and what there is is said', (of) => {
    expect(() => findPart('x.ts', SOURCE, of)).toThrow(
      /x\.ts: .*; there are imports, f, c, .*C\.#run, 'for await \(.*'/,
    );
  });

  test('is not looked for in what is no code', () => {
    expect(partsOf('')).toEqual([]);
    expect(partsOf('// Nothing yet.\n')).toEqual([]);
  });
});

describe('an excerpt', () => {
  const before = 'class C {\n  m() {\n    one();\n    two();\n  }\n}\n';
  const after = 'class C {\n  m() {\n    one();\n    three();\n\n    four();\n  }\n}\n';
  const { lines } = compareFile('x.ts', before, after);

  test('is without the indentation that all its lines have', () => {
    expect(markedCode(lines.slice(2, 5)).code).toBe('one();\ntwo();\nthree();');
  });

  test('has the lines marked that are new, and those that are gone', () => {
    expect(markedCode(lines)).toMatchObject({ ins: [5, 6, 7], del: [4] });
  });

  test('that is all new has no marks', () => {
    expect(markedCode(lines.filter(({ kind }) => kind === 'added')).ins).toEqual([]);
  });

  test.for([
    { wanted: '', got: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
    { wanted: 'one', got: [3, 4] },
    { wanted: 'three … four', got: [4, 5, 6, 7] },
    { wanted: 'three …', got: [4, 5, 6, 7, 8, 9] },
    { wanted: '… one', got: [1, 2, 3, 4] },
    { wanted: '} … }', got: [8, 9] },
  ])('may be narrowed to $wanted', ({ wanted, got }) => {
    expect(narrow(lines, wanted, 'x.ts')).toEqual(got.map((number) => lines[number - 1]));
  });

  test.for(['five', 'four … three', 'one … five', 'two'])('cannot be narrowed to %s', (wanted) => {
    expect(() => narrow(lines, wanted, 'x.ts, C')).toThrow('x.ts, C: expected a line that contains');
  });
});
