import { inlineWords } from './inline-words.ts';
import { protocolError } from './protocol-error.ts';
import { many, type Tree } from './tree.ts';

const MAX_LINE = 64 * 1024;
const MAX_WHOLE_LINE = 1024 * 1024;

/** A line of words, as a person types it into telnet. Source: `processInlineBuffer` in Redis's networking.c. */
export function labelInline(tree: Tree): boolean {
  const frame = tree.begin('inline request', 'inline request');
  const lf = tree.bytes.indexOf('\n', tree.at);
  if (lf === -1) return labelCutLine(tree);
  if (lf - tree.at > MAX_WHOLE_LINE) return tree.refuse(protocolError('too big inline request'), lf);
  const { start } = frame;
  const { words, unbalanced } = inlineWords(tree.bytes.slice(start, lf));
  for (const [index, word] of words.entries()) {
    tree.token('end', start + word.start, 'between two words');
    if (unbalanced && index === words.length - 1) break;
    tree.token('payload', start + word.end, index === 0 ? 'name' : `argument ${index}`);
  }
  if (unbalanced) return tree.refuse(protocolError('unbalanced quotes in request'), lf + 1);
  tree.token('end', lf + 1, 'end of the line');
  frame.kind = words.length > 0 ? 'inline request' : 'empty request';
  frame.says =
    words.length > 0 ? `inline request of ${many(words.length, 'word')}` : 'empty line: it is skipped';
  return tree.complete();
}

function labelCutLine(tree: Tree): false {
  if (tree.bytes.length - tree.at > MAX_LINE) {
    return tree.refuse(protocolError('too big inline request'), tree.bytes.length);
  }
  tree.token('payload', tree.bytes.length, 'words, as far as they have come');
  return tree.breakOff('the rest of the line, and \\n');
}
