import { labelLineEnd } from './lines-and-blobs.ts';
import { protocolError } from './protocol-error.ts';
import { problemOfLength } from './reply-lines.ts';
import { many, type Tree } from './tree.ts';

/** The type, and how much follows; undefined if that is no number. */
export function labelLength(tree: Tree, kind: string, end: number, things = 'byte'): number | undefined {
  tree.token('type', tree.at + 1, `type: ${kind}`);
  const text = tree.bytes.slice(tree.at, end);
  const problem = problemOfLength(text);
  if (problem) {
    tree.refuse(protocolError(problem), end);
    return undefined;
  }
  const role = things === 'byte' ? 'length' : 'count';
  tree.token(role, end, `${role}: ${many(Number(text), things)}`);
  labelLineEnd(tree);
  return Number(text);
}

/** A byte that no reply begins with. */
export function labelUnknown(tree: Tree, type: string): false {
  tree.begin('not RESP', 'not RESP');
  return tree.refuse(protocolError(`expected a reply, got '${type}'`), tree.at + 1);
}
