import { type Profiler, Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

// A function that is collected as garbage, or made part of another, would not be counted any more.
for (const flag of ['--no-flush-bytecode', '--no-opt', '--no-maglev']) setFlagsFromString(flag);

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** Of each script, by URL, its functions by where they are: V8 lists one that is not called only once. */
const listed = new Map<string, Map<string, Profiler.FunctionCoverage>>();

/**
 * How often V8 has executed each function and block since it was last asked. It counts in code that is
 * compiled after this module was loaded.
 */
export function takeCounts(): Profiler.ScriptCoverage[] {
  let counts: Profiler.ScriptCoverage[] = [];
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error) throw error;
    counts = result;
  });
  for (const { url, functions } of counts) {
    const known = listed.get(url) ?? new Map<string, Profiler.FunctionCoverage>();
    listed.set(url, known);
    for (const each of functions) known.set(`${each.ranges[0]?.startOffset} ${each.functionName}`, each);
  }
  return counts;
}

/** All functions that there are, as if none had been executed. */
export function listFunctions(): Profiler.ScriptCoverage[] {
  takeCounts();
  return Array.from(listed, ([url, known]) => ({
    scriptId: '',
    url,
    functions: Array.from(known.values(), (each) => ({
      ...each,
      ranges: each.ranges.slice(0, 1).map((range) => ({ ...range, count: 0 })),
    })),
  }));
}
