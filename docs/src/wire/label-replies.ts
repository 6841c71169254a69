import { labelAggregate, labelChunk, labelStreamEnd, labelStreamedString } from './label-aggregates.ts';
import { labelLength, labelUnknown } from './label-length.ts';
import { endOfLine, labelBlob, labelCutLine, labelLineEnd } from './lines-and-blobs.ts';
import type { Frame } from './part.ts';
import { protocolError } from './protocol-error.ts';
import { AGGREGATES, BLOBS, kindOf, LINES } from './reply-kinds.ts';
import { problemOfLine } from './reply-lines.ts';
import { many, quoted, Tree } from './tree.ts';

/**
 * What the bytes are that a server sends: its replies, RESP2 and RESP3, one frame each.
 * Source: the RESP specification, "RESP protocol description"; RESP3.md for attributes and streams.
 */
export function labelReplies(bytes: string): Frame[] {
  const tree = new Tree(bytes);
  while (tree.at < bytes.length && labelNext(tree));
  tree.breakOff();
  return tree.frames;
}

function labelNext(tree: Tree): boolean {
  const end = endOfLine(tree);
  if (end === undefined) return labelBegun(tree);
  const line = tree.bytes.slice(tree.at, end);
  const type = line.charAt(0);
  if (tree.innermost?.kind === 'streamed string') return labelChunk(tree, line, end);
  if (line === '.' && tree.inStream) return labelStreamEnd(tree, '.', end);
  if (line === '$?') return labelStreamedString(tree, end);
  if (line === '$-1' || line === '*-1') return labelNull(tree, type, end);
  if (LINES.has(type)) return labelLine(tree, type, end);
  if (BLOBS.has(type)) return labelBytes(tree, type, end);
  const aggregate = AGGREGATES.get(type);
  return aggregate ? labelAggregate(tree, aggregate, line, end) : labelUnknown(tree, type);
}

function labelBegun(tree: Tree): false {
  const type = tree.bytes.charAt(tree.at);
  const inString = tree.innermost?.kind === 'streamed string';
  const kind = inString ? 'chunk' : tree.inStream && type === '.' ? 'end of stream' : kindOf(type);
  tree.begin(kind, kind);
  if (kind === 'not RESP') return labelCutLine(tree, 'wrong', `no reply begins with ${quoted(type)}`);
  tree.token('type', tree.at + 1, `type: ${kind}`);
  const role = LINES.has(type) ? 'payload' : AGGREGATES.has(type) ? 'count' : 'length';
  return labelCutLine(tree, role, `${role}, as far as it has come`);
}

function labelLine(tree: Tree, type: string, end: number): boolean {
  const kind = kindOf(type);
  tree.begin(kind, kind);
  tree.token('type', tree.at + 1, `type: ${kind}`);
  const problem = problemOfLine(type, tree.bytes.slice(tree.at, end));
  if (problem) return tree.refuse(protocolError(problem), end);
  tree.token('payload', end, `payload: what the ${kind} is`);
  labelLineEnd(tree);
  return tree.complete();
}

/** The null of RESP2 is a string or an array of length −1. */
function labelNull(tree: Tree, type: string, end: number): boolean {
  tree.begin('null', `null ${kindOf(type)}`);
  tree.token('type', tree.at + 1, `type: ${kindOf(type)}`);
  tree.token(type === '$' ? 'length' : 'count', end, `${type === '$' ? 'length' : 'count'} −1: it is null`);
  labelLineEnd(tree);
  return tree.complete();
}

function labelBytes(tree: Tree, type: string, end: number): boolean {
  const kind = kindOf(type);
  const frame = tree.begin(kind, kind);
  const length = labelLength(tree, kind, end);
  if (length === undefined) return false;
  frame.says = `${kind} of ${many(length, 'byte')}`;
  const blob = tree.bytes.slice(tree.at, tree.at + length);
  const whole = tree.bytes.length >= tree.at + length + 2;
  if (type !== '=') return labelBlob(tree, length) && tree.complete();
  if (whole && blob[3] !== ':') {
    const problem = `expected a format such as 'txt:', got '${blob.slice(0, 4)}'`;
    return tree.refuse(protocolError(problem), tree.at + length);
  }
  tree.token('payload', tree.at + Math.min(4, blob.length), 'format of the text, and a colon');
  return labelBlob(tree, length - 4, length) && tree.complete();
}
