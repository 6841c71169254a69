import { spawnSync } from 'node:child_process';
import { appendFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyRepository, ROOT } from '../src/repository.ts';

const INTEGERS = 'shared/resp/src/integer.ts';

describe('a spoiled copy is refused', { timeout: 60_000 }, () => {
  const copy = copyRepository();
  beforeAll(() => symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction'));
  afterAll(() => rmSync(copy, { recursive: true }));

  it.for([
    { code: 'async function wait(): Promise<void> {}\nwait();', rule: 'noFloatingPromises' },
    { code: 'export const later = [1].filter(async (one) => one > 1);', rule: 'noMisusedPromises' },
    { code: 'const nobodyAsks = 1;', rule: 'noUnusedVariables' },
    { code: "import { join } from 'node:path';", rule: 'noUnusedImports' },
    { code: 'export const whatever: any = 1;', rule: 'noExplicitAny' },
    { code: 'export const first = [1][0]!;', rule: 'noNonNullAssertion' },
  ])('by $rule, for $code', ({ code, rule }) => {
    writeFileSync(join(copy, 'shared/resp/src/spoiled.ts'), `${code}\n`);
    expect(
      run(copy, '@biomejs/biome/bin/biome', 'check', '--error-on-warnings', 'shared/resp/src'),
    ).toMatchObject({
      status: 1,
      output: expect.stringContaining(rule),
    });
    rmSync(join(copy, 'shared/resp/src/spoiled.ts'));
  });

  it('by TypeScript, for an element that may be missing', () => {
    appendFileSync(join(copy, INTEGERS), "export const first: string = ['a'][0];\n");
    const { status, output } = run(copy, 'typescript/bin/tsc', '--noEmit', '-p', 'shared/resp');
    expect(output).toMatch(/integer\.ts.*'string \| undefined' is not assignable to type 'string'/);
    expect(status).not.toBe(0);
  });

  it('by knip, for exports and files that nobody needs', () => {
    appendFileSync(join(copy, INTEGERS), 'export const neverImported = 1;\n');
    writeFileSync(join(copy, 'shared/resp/src/forgotten.ts'), 'export {};\n');
    const { status, output } = run(copy, 'knip/bin/knip.js');
    expect(output).toMatch(/^neverImported .*integer\.ts/m);
    expect(output).toMatch(/^shared\/resp\/src\/forgotten\.ts/m);
    expect(status).toBe(1);
  });
});

function run(folder: string, tool: string, ...args: string[]): { status: number | null; output: string } {
  const file = join(ROOT, 'node_modules', tool);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}
