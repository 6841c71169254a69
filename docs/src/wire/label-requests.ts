import { labelInline } from './label-inline.ts';
import { endOfLine, labelBlob, labelCutLine, labelLineEnd } from './lines-and-blobs.ts';
import type { Frame } from './part.ts';
import { protocolError } from './protocol-error.ts';
import { many, Tree } from './tree.ts';

const INTEGER = /^(?:0|-?[1-9]\d{0,18})$/;
const MAX_LINE = 64 * 1024;
const MAX_ARGUMENTS = 2 ** 31 - 1;
const MAX_BULK = 512 * 1024 * 1024;

/**
 * What the bytes are that a client sends: its requests, one frame each. Wrong bytes are refused in Redis's
 * words. Source: `processMultibulkBuffer` and `processInlineBuffer` in Redis's networking.c.
 */
export function labelRequests(bytes: string): Frame[] {
  const tree = new Tree(bytes);
  let goesOn = true;
  while (goesOn && tree.at < bytes.length) {
    if (tree.innermost) goesOn = labelBulk(tree);
    else goesOn = bytes[tree.at] === '*' ? labelMultibulk(tree) : labelInline(tree);
  }
  tree.breakOff();
  return tree.frames;
}

function labelMultibulk(tree: Tree): boolean {
  const frame = tree.begin('array', 'array');
  const end = endOfLine(tree);
  tree.token('type', tree.at + 1, 'type: array');
  if (end === undefined) return cutNumber(tree, 'count', 'mbulk count string');
  const count = integer(tree.bytes.slice(tree.at, end));
  if (!(count <= MAX_ARGUMENTS)) return tree.refuse(protocolError('invalid multibulk length'), end);
  tree.token('count', end, `count: ${many(count, 'element')}`);
  labelLineEnd(tree);
  Object.assign(
    frame,
    count > 0
      ? { says: `array of ${many(count, 'element')}` }
      : { kind: 'empty request', says: 'empty request: it is skipped' },
  );
  return tree.expect(Math.max(count, 0), (index) => (index === 0 ? 'name' : `argument ${index}`));
}

function labelBulk(tree: Tree): boolean {
  const type = tree.bytes[tree.at] ?? '';
  const frame = tree.begin('bulk string', 'bulk string');
  const end = endOfLine(tree);
  if (type !== '$') return labelNoBulk(tree, type, end);
  tree.token('type', tree.at + 1, 'type: bulk string');
  if (end === undefined) return cutNumber(tree, 'length', 'bulk count string');
  const length = integer(tree.bytes.slice(tree.at, end));
  if (!(length >= 0 && length <= MAX_BULK)) return tree.refuse(protocolError('invalid bulk length'), end);
  tree.token('length', end, `length: ${many(length, 'byte')}`);
  labelLineEnd(tree);
  frame.says = `bulk string of ${many(length, 'byte')}`;
  return labelBlob(tree, length) && tree.complete();
}

/** Redis waits for the line to end before it says that the line's first byte is wrong. */
function labelNoBulk(tree: Tree, type: string, end: number | undefined): boolean {
  if (end !== undefined) return tree.refuse(protocolError(`expected '$', got '${type}'`), tree.at + 1);
  if (tree.bytes.length - tree.at > MAX_LINE) return tooBig(tree, 'bulk count string');
  return labelCutLine(tree, 'wrong', "expected '$' here, which Redis says when the line has ended");
}

function cutNumber(tree: Tree, role: 'count' | 'length', line: string): false {
  if (tree.bytes.length - tree.at + 1 > MAX_LINE) return tooBig(tree, line);
  return labelCutLine(tree, role, `${role}, as far as it has come`);
}

function tooBig(tree: Tree, line: string): false {
  return tree.refuse(protocolError(`too big ${line}`), tree.bytes.length);
}

function integer(text: string): number {
  if (!INTEGER.test(text)) return NaN;
  const value = BigInt(text);
  return BigInt.asIntN(64, value) === value ? Number(value) : NaN;
}
