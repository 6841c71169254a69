import { escapeBytes } from './escape.ts';
import type { Fate, Frame, Kind, Role, Token } from './part.ts';

const COMPLETE: Fate = { is: 'complete' };

/** A frame that has begun, of how many others it is made, how many have begun, and what they are to it. */
type Open = { frame: Frame; of: number; whole: number; begun: number; as: Naming };

/** What a frame at an index is to the one around it. */
export type Naming = (index: number, of: number) => string | undefined;

/**
 * Grows the tree of what some bytes are, from left to right: each token takes the bytes after the last.
 * What may be the end answers whether to go on.
 */
export class Tree {
  readonly bytes: string;
  readonly frames: Frame[] = [];
  readonly #open: Open[] = [];
  at = 0;

  constructor(bytes: string) {
    this.bytes = bytes;
  }

  /** The innermost frame that is not whole yet. */
  get innermost(): Frame | undefined {
    return this.#open.at(-1)?.frame;
  }

  /** How many frames around the innermost one are not whole yet, itself among them. */
  get depth(): number {
    return this.#open.length;
  }

  /** Whether the innermost frame goes on until its end is told. */
  get inStream(): boolean {
    return this.#open.at(-1)?.of === Infinity;
  }

  /** How many frames have begun inside the innermost one. */
  get begun(): number {
    return this.#open.at(-1)?.begun ?? 0;
  }

  /** Begins a frame inside the innermost one, made of so many others. */
  begin(kind: Kind, says: string): Frame {
    const parent = this.#open.at(-1);
    const role = parent?.as(parent.begun++, parent.of);
    const place = { start: this.at, end: this.at, fate: COMPLETE };
    const frame: Frame = { is: 'frame', kind, ...(role && { as: role }), ...place, says, parts: [] };
    (parent?.frame.parts ?? this.frames).push(frame);
    this.#open.push({ frame, of: 0, whole: 0, begun: 0, as: () => undefined });
    return frame;
  }

  /** The innermost frame is made of so many others: it is whole when they are, at once if there are none. */
  expect(of: number, as: Naming): true {
    const open = this.#open.at(-1);
    if (open) Object.assign(open, { of, as });
    return of === 0 ? this.complete() : true;
  }

  /** What the next bytes are, up to an offset. No bytes, no token. */
  token(role: Role, end: number, says: string): void {
    if (end <= this.at) return;
    const token: Token = { is: 'token', role, start: this.at, end, says };
    this.innermost?.parts.push(token);
    this.at = end;
    for (const { frame } of this.#open) frame.end = end;
  }

  /** Ends the innermost frame, and those around it of which it was the last. */
  complete(): true {
    do this.#open.pop();
    while (this.#isLastOfParent());
    return true;
  }

  #isLastOfParent(): boolean {
    const parent = this.#open.at(-1);
    return parent !== undefined && ++parent.whole === parent.of;
  }

  /** The bytes have ended too early: what the innermost frame lacks, or else how many others. */
  breakOff(missing?: string): false {
    const [innermost, ...around] = this.#open.splice(0).reverse();
    if (innermost) innermost.frame.fate = { is: 'incomplete', missing: missing ?? missingOf(innermost) };
    for (const open of around) open.frame.fate = { is: 'incomplete', missing: missingOf(open) };
    return false;
  }

  /** The bytes up to an offset cannot be RESP. Nobody reads what comes after them. */
  refuse(problem: string, end: number): false {
    const fate: Fate = { is: 'wrong', problem, at: this.at };
    this.token('wrong', end, problem);
    for (const { frame } of this.#open.splice(0)) frame.fate = fate;
    if (this.at < this.bytes.length) {
      this.begin('not read', 'not read any more').fate = fate;
      this.token('unread', this.bytes.length, 'not read any more');
      this.#open.pop();
    }
    return false;
  }
}

function missingOf({ of, whole }: Open): string {
  return Number.isFinite(of) ? `${of - whole} of ${many(of, 'element')}` : 'the end of the stream';
}

/** `1 byte`, `2 bytes`. */
export function many(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** A byte in quotes, as Redis quotes it in errors, but readable. */
export function quoted(byte: string): string {
  return `'${escapeBytes(byte)}'`;
}
