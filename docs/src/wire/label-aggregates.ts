import { labelLength, labelUnknown } from './label-length.ts';
import { labelBlob, labelLineEnd } from './lines-and-blobs.ts';
import { protocolError } from './protocol-error.ts';
import type { Aggregate } from './reply-kinds.ts';
import { many, type Tree } from './tree.ts';

/** No page shows more frames inside each other, and no Redis sends as many. */
const DEEPEST = 200;

/** A frame that is made of others, be they counted or streamed. */
export function labelAggregate(tree: Tree, aggregate: Aggregate, line: string, end: number): boolean {
  const { kind } = aggregate;
  const frame = tree.begin(kind, kind);
  if (tree.depth > DEEPEST) return tree.refuse(`more than ${DEEPEST} frames inside each other`, end);
  if (line.slice(1) === '?' && kind !== 'attribute') {
    frame.says = `streamed ${kind}`;
    tree.token('type', tree.at + 1, `type: ${kind}`);
    tree.token('count', end, 'count: unknown, the end will be told');
    labelLineEnd(tree);
    return tree.expect(Infinity, aggregate.as);
  }
  const count = labelLength(tree, kind, end, aggregate.things);
  if (count === undefined) return false;
  frame.says = `${kind} of ${many(count, aggregate.things)}`;
  return tree.expect(aggregate.of(count), aggregate.as);
}

/** The begin of a string whose chunks follow. */
export function labelStreamedString(tree: Tree, end: number): boolean {
  tree.begin('streamed string', 'streamed string');
  tree.token('type', tree.at + 1, 'type: bulk string');
  tree.token('length', end, 'length: unknown, the end will be told');
  labelLineEnd(tree);
  return tree.expect(Infinity, () => undefined);
}

/** A chunk of a streamed string, or its end. */
export function labelChunk(tree: Tree, line: string, end: number): boolean {
  if (line === ';0') return labelStreamEnd(tree, ';', end);
  if (!line.startsWith(';')) return labelUnknown(tree, line.charAt(0));
  const frame = tree.begin('chunk', 'chunk');
  const length = labelLength(tree, 'chunk', end);
  if (length === undefined) return false;
  frame.says = `chunk of ${many(length, 'byte')}`;
  return labelBlob(tree, length) && tree.complete();
}

/** The end of a stream, which must not come between a key and its value. */
export function labelStreamEnd(tree: Tree, type: string, end: number): boolean {
  const { innermost: stream, begun } = tree;
  if (stream?.kind === 'map' && begun % 2 > 0) {
    tree.begin('end of stream', 'end of the stream');
    return tree.refuse(protocolError('expected a value for each key of a map'), end);
  }
  tree.begin('end of stream', 'end of the stream');
  tree.token('type', tree.at + 1, `type: ${type === ';' ? 'chunk' : 'end of the stream'}`);
  tree.token('length', end, 'length: 0 bytes, so it is the last one');
  labelLineEnd(tree);
  tree.complete();
  return tree.complete();
}
