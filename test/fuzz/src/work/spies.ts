import { type Call, type Cost, matched, ofResult, ofSelf, scanned } from './costs.ts';

/** What the loops inside of built-in methods have done, and those inside of regular expressions. */
export type Counted = { bytes: number; matching: number };

type Spied = { owner: object; names: string[]; cost: Cost; counter: keyof Counted };

const SPIED: Spied[] = [
  touching(Buffer, ['alloc', 'allocUnsafe', 'concat', 'from'], ofResult),
  touching(Buffer.prototype, ['includes', 'indexOf'], scanned),
  touching(Buffer.prototype, ['asciiSlice', 'latin1Slice', 'toString', 'utf8Slice'], ofResult),
  touching(Buffer.prototype, ['copy', 'equals', 'fill', 'lastIndexOf', 'set'], ofSelf),
  touching(String.prototype, ['includes', 'indexOf'], scanned),
  touching(String.prototype, ['concat', 'slice', 'substring'], ofResult),
  touching(String.prototype, ['lastIndexOf', 'replaceAll', 'split', 'trim'], ofSelf),
  touching(Array.prototype, ['concat', 'flat', 'includes', 'indexOf'], ofSelf),
  touching(Array.prototype, ['join', 'shift', 'slice', 'splice', 'unshift'], ofSelf),
  { owner: RegExp.prototype, names: ['exec'], cost: matched, counter: 'matching' },
];

/** Counts while something runs. What a method does through another is counted once. */
export function spyOn(run: () => void): Counted {
  const counted: Counted = { bytes: 0, matching: 0 };
  const inside = new Set<keyof Counted>();
  const restore = SPIED.flatMap(({ owner, names, cost, counter }) =>
    names.map((name) =>
      replaceMethod(owner, name, (call) => {
        if (inside.has(counter)) return call().result;
        inside.add(counter);
        try {
          const done = call();
          counted[counter] += cost(done);
          return done.result;
        } finally {
          inside.delete(counter);
        }
      }),
    ),
  );
  try {
    run();
  } finally {
    for (const each of restore) each();
  }
  return counted;
}

function touching(owner: object, names: string[], cost: Cost): Spied {
  return { owner, names, cost, counter: 'bytes' };
}

/** Puts something in the way of a method, and returns how to put the method back. */
function replaceMethod(owner: object, name: string, instead: (call: () => Call) => unknown): () => void {
  const own = Reflect.getOwnPropertyDescriptor(owner, name);
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== 'function') throw new TypeError(`expected a method, got ${name}`);
  const value = function (this: unknown, ...words: unknown[]): unknown {
    const from = this instanceof RegExp && (this.global || this.sticky) ? this.lastIndex : 0;
    return instead(() => ({ self: this, words, result: Reflect.apply(original, this, words), from }));
  };
  Reflect.defineProperty(owner, name, { value, configurable: true, writable: true });
  return () => {
    if (own) Reflect.defineProperty(owner, name, own);
    else Reflect.deleteProperty(owner, name);
  };
}
