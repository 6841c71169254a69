import { tmpdir } from 'node:os';
import { describe } from 'vitest';
import { passes } from '../src/check.ts';
import type { Start } from '../src/process.ts';
import { holdServer } from '../src/vitest.ts';

/** The judge: what Redis itself does not pass is not a check of Redis. */
const redis: Start = {
  command: (port) => [
    'redis-server',
    '--port',
    `${port}`,
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
  ],
  cwd: tmpdir(),
};

describe('redis-server', () => holdServer(redis, () => passes));
