import type { Role } from './part.ts';
import { many, type Tree } from './tree.ts';

const END_OF_LINE = 'end of the line';

/** The offset of the CR that ends the line here, if the byte after it has come, too. */
export function endOfLine({ bytes, at }: Tree): number | undefined {
  const end = bytes.indexOf('\r', at);
  return end === -1 || end + 1 === bytes.length ? undefined : end;
}

/** Labels the CR and the byte after it. Nobody looks which byte that is. */
export function labelLineEnd(tree: Tree): void {
  const says = tree.bytes[tree.at + 1] === '\n' ? END_OF_LINE : `${END_OF_LINE}, misspelt`;
  tree.token('end', tree.at + 2, says);
}

/** Labels what there is of a line when the bytes have ended in mid-line. */
export function labelCutLine(tree: Tree, role: Role, says: string): false {
  const cr = tree.bytes.indexOf('\r', tree.at);
  tree.token(role, cr === -1 ? tree.bytes.length : cr, says);
  tree.token('end', tree.bytes.length, `the first byte of the ${END_OF_LINE}`);
  return tree.breakOff(cr === -1 ? 'the rest of the line, and \\r\\n' : '\\n');
}

/**
 * Labels so many bytes, the last of a payload, and the two that end it. Answers false if they have not all
 * come.
 */
export function labelBlob(tree: Tree, length: number, of = length): boolean {
  const [end, come] = [tree.at + length, tree.bytes.length];
  const payload = `payload, ${many(length, 'byte')}`;
  const cut = `${payload}, of which ${come - tree.at} ${come - tree.at === 1 ? 'has' : 'have'} come`;
  tree.token('payload', Math.min(end, come), come < end ? cut : payload);
  if (come < end) return tree.breakOff(`${end - come} of ${many(of, 'byte')}, and \\r\\n`);
  const crlf = tree.bytes.slice(end, end + 2);
  tree.token('end', end + crlf.length, endOfPayload(crlf));
  return crlf.length === 2 || tree.breakOff(crlf === '' ? '\\r\\n' : '\\n');
}

function endOfPayload(crlf: string): string {
  if (crlf.length < 2) return 'the first byte of the end of the payload';
  return crlf === '\r\n' ? 'end of the payload' : 'end of the payload, whatever the two bytes are';
}
