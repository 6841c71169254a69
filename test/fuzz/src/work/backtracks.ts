import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';

setFlagsFromString('--allow-natives-syntax');
// Without it, V8 goes back to the beginning of ` *` in a loop of its own, which it does not count.
setFlagsFromString('--no-regexp-optimization');
/** V8's own: a regular expression that matches nothing once it has gone back so often. */
const withLimit: (source: string, flags: string, limit: number) => RegExp = runInThisContext(
  '(source, flags, limit) => %NewRegExpWithBacktrackLimit(source, flags, limit)',
);

const FEW = 4;
const twins = new Map<string, RegExp>();

/**
 * How often a regular expression goes back to try another way, from an offset on in a text; to a 32nd.
 * V8 does not tell, but stops at a limit: the least that it does not stop at is the answer.
 */
export function backtracks(regExp: RegExp, text: string, at: number): number {
  const isEnough = (limit: number) => {
    const twin = twinOf(regExp, limit);
    twin.lastIndex = at;
    return twin.exec(text) !== null;
  };
  let enough = FEW;
  while (!isEnough(enough)) enough *= 2;
  if (enough === FEW) return 0;
  let tooFew = enough / 2;
  for (const step = Math.ceil(enough / 64); enough - tooFew > step; ) {
    const middle = Math.round((tooFew + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/** The same with a limit. What else it may match, nothing, it always finds: unless it was stopped. */
function twinOf({ source, flags, sticky }: RegExp, limit: number): RegExp {
  const key = `${limit}/${flags}/${source}`;
  const search = sticky ? '' : '[^]*?';
  const twin =
    twins.get(key) ?? withLimit(`${search}(?:${source})|`, `${flags.replace(/[gy]/g, '')}y`, limit);
  twins.set(key, twin);
  return twin;
}
