import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readCases } from '../src/cases/folder.ts';
import { read } from '../src/compare/reading.ts';
import { bytesOf } from '../src/input.ts';
import { avoided } from '../src/known/avoided.ts';
import { forgiven } from '../src/known/forgiven.ts';

const PAGE = resolve(import.meta.dirname, '../../../docs/src/content/docs/what-it-promises.md');
const COMMANDS =
  'ping echo hello info select quit set get del exists dbsize flushall flushdb expire pexpire expireat pexpireat ttl pttl expiretime pexpiretime persist';
const step07 = { commands: new Set(COMMANDS.split(' ')), lacks: new Set(['append', 'client']) };
const step06 = {
  commands: new Set(COMMANDS.split(' ').slice(0, 13)),
  lacks: new Set(['append', 'client', 'expire']),
};
const avoids = (bytes: string, step = step07) => avoided.find(({ isIn }) => isIn(read(bytes), step))?.name;

it.for(avoided)('$name is avoided', ({ isIn, example }) => {
  const reading = read(bytesOf(example));
  expect(isIn(reading, step07) || isIn(reading, step06)).toBe(true);
});

it.for([
  'SELECT 0\r\nSELECT 16\r\nSELECT 01\r\n',
  'HELLO 3\r\nHELLO 3 junk\r\n',
  '*2\r\n$4\r\nECHO\r\n$1\r\n\0\r\n',
  '*3\r\n$3\r\nSET\r\n$1\r\n\0\r\n$1\r\n\0\r\n',
  `ECHO ${'x'.repeat(60 * 1024)}\r\n`,
  `ECHO ${'x'.repeat(200 * 1024)}\r\n`,
  `*${'1'.repeat(193 * 1024)}`,
  `*2\r\n$4\r\nECHO\r\n$204800\r\n${'x'.repeat(200 * 1024)}\r\nECHO ${'x'.repeat(260 * 1024)}\r\n`,
  'SET a 1 PX 10000\r\nEXPIRE a 0\r\nPEXPIRE a -1\r\nPEXPIREAT a 1\r\nSET a 1 EX x\r\n',
  'EXPIRE a 100\r\nEXPIRE a 200 GT\r\nEXPIREAT a 4102444800\r\nEXPIREAT a 4102444800 GT\r\n',
  'SET a 1 PXAT 1\r\n',
  'DBSIZE\r\nSET a 1 EX 100\r\n',
])('%o is compared', (bytes) => {
  expect(avoids(bytes)).toBeUndefined();
});

it.for([...avoided, ...forgiven])('the page on what is promised tells of $name', ({ name }) => {
  expect(readFileSync(PAGE, 'utf8')).toContain(name);
});

it.for(readCases())('no case is in vain: $title', (each) => {
  expect(avoids(bytesOf(each))).toBeUndefined();
});
