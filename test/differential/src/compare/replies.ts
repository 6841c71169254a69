const LINE = /[+\-:_#,(]/;
const BLOB = /[$!=]/;
const AGGREGATE = new Map([
  ['*', 1],
  ['~', 1],
  ['>', 1],
  ['%', 2],
]);

/** The replies in some bytes, each as its bytes. What is no whole reply stays together, as the last. */
export function splitReplies(bytes: string): string[] {
  const replies: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = endOfReply(bytes, at) ?? bytes.length;
    replies.push(bytes.slice(at, end));
    at = end;
  }
  return replies;
}

/** Where the reply ends that begins at an offset; undefined if it is cut short, or no reply. */
export function endOfReply(bytes: string, at = 0): number | undefined {
  const cr = bytes.indexOf('\r\n', at);
  if (cr === -1) return undefined;
  const [type, length, next] = [bytes.charAt(at), Number(bytes.slice(at + 1, cr)), cr + 2];
  if (LINE.test(type)) return next;
  if (BLOB.test(type)) {
    const end = length < 0 ? next : next + length + 2;
    return end <= bytes.length ? end : undefined;
  }
  const perElement = AGGREGATE.get(type);
  if (perElement === undefined) return undefined;
  let end: number | undefined = next;
  for (let i = 0; end !== undefined && i < length * perElement; i++) end = endOfReply(bytes, end);
  return end;
}

/** The integer that a reply is; undefined if it is something else. */
export function integerIn(reply: string): bigint | undefined {
  const digits = /^:(-?\d+)\r\n$/.exec(reply)?.[1];
  return digits === undefined ? undefined : BigInt(digits);
}
