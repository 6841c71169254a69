import { createRequire } from 'node:module';
import type { Builder, TestSuite } from 'junit-report-builder';
import type { ForkResult } from '../result.ts';
import { oneLine, plainText } from './plain-text.ts';
import { storyText } from './story-text.ts';
import { blockedBy, inOrder, type Placed, placedIn } from './tally.ts';

/** Its types promise a default export; in CommonJS, the module itself is what they mean by that. */
const junit: Builder = createRequire(import.meta.url)('junit-report-builder');

/**
 * `junit.xml`: a suite for each step of a fork, a case for each check, and before them one for the start of
 * the server. What is blocked is skipped and says by whom; what was too slow to tell is an error.
 */
export function junitXml(results: readonly ForkResult[]): string {
  const report = junit.newBuilder();
  for (const fork of inOrder(results)) {
    const name = oneLine(fork.fork);
    if (fork.steps.length === 0) addStart(report.testSuite().name(name), name, fork.reason);
    const placed = placedIn(fork);
    for (const step of fork.steps) {
      const suite = report.testSuite().name(`${name}, step ${step.step}`);
      addStart(suite, `${name}.${step.step}`, step.verdict === 'ungradable' ? (step.reason ?? '') : null);
      for (const each of placed) if (each.step === step) addCheck(suite, `${name}.${step.step}`, each);
    }
  }
  return `${report.build()}\n`;
}

function addStart(suite: TestSuite, className: string, problem: string | null): void {
  const start = suite.testCase().className(className).name('The server starts');
  if (problem !== null) start.error(oneLine(problem), 'ungradable', longText(plainText(problem)));
}

function addCheck(suite: TestSuite, className: string, placed: Placed): void {
  const { id, title, verdict, expected, received, ms } = placed.check;
  const result = suite
    .testCase()
    .className(className)
    .name(oneLine(`${id}: ${title}`))
    .time(ms / 1000);
  switch (verdict) {
    case 'pass':
      break;
    case 'fail':
      result.failure(oneLine(`expected ${expected}, received ${received}`, 600), 'fail');
      result.stacktrace(longText(storyText(placed.check)));
      break;
    case 'blocked':
      result.skipped().standardOutput(longText(blockedBy(placed)));
      break;
    case 'inconclusive':
      result.error(oneLine(received), 'inconclusive');
  }
}

/** Without the end of CDATA, which xmlbuilder, below the report builder, mends only once in a text. */
function longText(text: string): string {
  return text.replaceAll(']]>', ']]\\x3e');
}
