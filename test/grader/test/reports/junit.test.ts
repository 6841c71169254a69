import { expect, test } from 'vitest';
import { junitXml } from '../../src/reports/junit.ts';
import { hostileClass } from './hostile-class.ts';
import { madeUpClass } from './made-up-class.ts';

/** What XML 1.0 does not allow. Source: its section 2.2, "Characters". */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

test('the JUnit report of a small class', async () => {
  await expect(junitXml(hostileClass())).toMatchFileSnapshot('golden/junit.xml');
});

test('no character that XML forbids, and nothing of a fork that is taken for a tag', () => {
  const xml = junitXml(hostileClass());
  expect(xml).not.toMatch(FORBIDDEN);
  const tags = xml.replace(/<!\[CDATA\[.*?\]\]>/gs, '').matchAll(/<\/?([^\s/>]+)/g);
  const known = ['?xml', 'testsuites', 'testsuite', 'testcase', 'failure', 'error', 'skipped', 'system-out'];
  expect(new Set([...tags].map(([, name]) => name))).toEqual(new Set(known));
});

test('each check of each fork is a case', () => {
  const results = madeUpClass(15);
  const checks = results.flatMap(({ steps }) => steps.flatMap(({ checks }) => checks));
  const starts = results.flatMap(({ steps }) => steps);
  expect(junitXml(results).match(/<testcase /g)).toHaveLength(checks.length + starts.length);
});
