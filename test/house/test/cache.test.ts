import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { copyRepository, ROOT } from '../src/repository.ts';

const TURBO = join(ROOT, 'node_modules/turbo/bin/turbo');
const HOUSE = '@toy-redis/house';
const RESP = '@toy-redis/resp';
const CONFORMANCE = '@toy-redis/conformance';

describe('the cache', { timeout: 60_000 }, () => {
  const copy = copyRepository();
  afterAll(() => rmSync(copy, { recursive: true }));

  it.for([
    {
      changed: 'steps/06-get-set/src/commands.ts',
      reruns: ['step-06', HOUSE],
      keeps: ['step-05', 'step-07', RESP, CONFORMANCE],
    },
    {
      changed: 'steps/05-resp/src/commands.ts',
      reruns: ['step-05', HOUSE],
      keeps: ['step-06'],
    },
    {
      changed: 'shared/resp/src/encode.ts',
      reruns: [RESP, 'step-05', 'step-06', 'step-07'],
      keeps: ['step-04', CONFORMANCE, HOUSE],
    },
    {
      changed: 'test/conformance/src/index.ts',
      reruns: [CONFORMANCE, 'step-01', 'step-06'],
      keeps: [RESP, HOUSE],
    },
    {
      changed: 'tsconfig.base.json',
      reruns: [RESP, CONFORMANCE, HOUSE, 'step-01', 'step-06'],
      keeps: [],
    },
    {
      changed: 'package-lock.json',
      reruns: [HOUSE],
      keeps: ['step-06'],
    },
    {
      changed: 'steps/06-get-set/README.md',
      reruns: [HOUSE],
      keeps: ['step-06'],
    },
    {
      changed: 'shared/resp/README.md',
      reruns: [HOUSE],
      keeps: ['step-06', RESP],
    },
    {
      changed: 'README.md',
      reruns: [HOUSE],
      keeps: ['step-06', RESP, CONFORMANCE],
    },
    {
      changed: 'test/conformance/redis/redis.test.ts',
      reruns: [CONFORMANCE],
      keeps: ['step-06', RESP, HOUSE],
    },
    {
      changed: 'CONTRIBUTING.md',
      reruns: [],
      keeps: ['step-06', RESP, CONFORMANCE, HOUSE],
    },
    {
      changed: 'docs/src/content/docs/anything.md',
      reruns: [],
      keeps: ['step-06', RESP, CONFORMANCE, HOUSE],
    },
  ])('knows which checks a change of $changed bears on', ({ changed, reruns, keeps }) => {
    const before = hashTests(copy);
    append(join(copy, changed));
    const after = hashTests(copy);
    const isRerun = (name: string) => before.get(name) !== after.get(name);
    expect([...before.keys()]).toEqual(expect.arrayContaining([...reruns, ...keeps]));
    expect([...reruns, ...keeps].filter(isRerun)).toEqual(reruns);
  });
});

function append(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, '\n');
}

/** The key under which turbo keeps each package's check, without running any. */
function hashTests(folder: string): Map<string, string> {
  const json = execFileSync(process.execPath, [TURBO, 'run', 'test', '--dry=json', '--skip-infer'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
    stdio: 'pipe',
  });
  const { tasks }: { tasks: { task: string; package: string; hash: string }[] } = JSON.parse(json);
  return new Map(tasks.filter(({ task }) => task === 'test').map((test) => [test.package, test.hash]));
}
