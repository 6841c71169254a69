import type { CheckResult, ForkResult, StepResult } from '../../src/result.ts';

/** What a fork may say to harm whoever reads of it. */
const HOSTILE =
  '<script>document.title = "taken"</script><img src=x onerror="document.title=\'taken\'">]]>&amp;"\'`$(id)\u001b[31mred\u001b[0m\0\u0007\u202egnp.exe\ud800\uffff';
/** Ten megabytes of it. */
const MUCH = HOSTILE.repeat(80_000);

const PASSED: CheckResult = {
  id: 'ping/once',
  title: 'A client that sends PING gets +PONG',
  tier: 'core',
  verdict: 'pass',
  expected: '',
  received: '',
  transcript: [],
  why: 'It is how a client finds out that somebody is there.',
  hint: 'Write seven bytes.',
  ms: 12,
};
const FAILED: CheckResult = {
  ...PASSED,
  id: 'ping/twice',
  title: 'A second PING gets a second +PONG',
  verdict: 'fail',
  expected: '"+PONG\\r\\n"',
  received: '"+PONG\\n"',
  transcript: ['> "PING\\r\\n"', '< "+PONG\\n"'],
};
const WORDS: CheckResult = {
  ...PASSED,
  id: 'survives/half-close',
  tier: 'full',
  verdict: 'fail',
  expected: 'the end of the connection',
  received: HOSTILE,
  transcript: Array.from({ length: 99 }, (_, line) => `> ${line === 98 ? HOSTILE : line}`),
};
const BLOCKED: CheckResult = { ...PASSED, id: 'ping/quit', tier: 'full', verdict: 'blocked' };
const UNTOLD: CheckResult = {
  ...PASSED,
  id: 'ping/ioredis',
  verdict: 'inconclusive',
  received: 'It took 350 ms.',
};

/** Four small forks: one that passes, one that fails in every way, and two that say what they should not. */
export function hostileClass(): ForkResult[] {
  return [
    fork('ada', { reached: '02', score: 100, steps: [started('01'), step('02', [PASSED])] }),
    fork('grace', {
      reached: '02',
      score: 77.8,
      steps: [started('01'), step('02', [PASSED, WORDS]), step('03', [PASSED, FAILED, UNTOLD, BLOCKED])],
    }),
    fork(`=HYPERLINK("http://example.invalid";"${HOSTILE}")`, {
      verdict: 'ungradable',
      reason: `no port answered within 10 s. It printed last:\n${MUCH}`,
      commit: null,
    }),
    fork('../../etc/passwd', {
      verdict: 'ungradable',
      reason: '@SUM(1+1)*cmd|" /C calc"!A0',
      layout: null,
      steps: [{ ...step('01', []), verdict: 'ungradable', reason: '-2+3' }],
    }),
  ];
}

function fork(name: string, said: Partial<ForkResult>): ForkResult {
  return {
    schema: 'toy-redis-result/1',
    fork: name,
    commit: '0123456789abcdef0123456789abcdef01234567',
    layout: 'server',
    verdict: 'graded',
    reason: null,
    reached: null,
    score: 0,
    max: 100,
    steps: [],
    ...said,
  };
}

function started(number: string): StepResult {
  return { step: number, verdict: 'pass', reason: null, checks: [], diagnoses: [] };
}

function step(number: string, checks: CheckResult[]): StepResult {
  const passes = checks.every(({ tier, verdict }) => tier === 'full' || verdict === 'pass');
  const says = 'you end lines with \\n alone, where RESP asks for \\r\\n: a client waits for both bytes';
  const diagnoses = checks.includes(FAILED) ? [{ id: 'ends-lines-with-lf', says }] : [];
  return { step: number, verdict: passes ? 'pass' : 'fail', reason: null, checks, diagnoses };
}
