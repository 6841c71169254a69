import {
  AttributedReply,
  Double,
  OK,
  type Protocol,
  Push,
  type Reply,
  ReplyError,
  SimpleString,
  VerbatimString,
} from './reply.ts';

/**
 * The bytes of a reply, one character each (latin1), in the version of RESP that the client reads.
 * What RESP2 has no type for becomes what Redis sends in its place: a map becomes a flat array, a
 * double a bulk string, a boolean 1 or 0.
 * Source: the RESP specification; the `addReply…` functions in Redis's networking.c.
 */
export function encode(reply: Reply, protocol: Protocol): string {
  if (typeof reply === 'string') return blob('$', reply);
  if (typeof reply === 'number') return `:${reply}\r\n`;
  // Said so often that it is worth having at hand. Redis: `shared.ok` in server.c.
  if (reply === OK) return '+OK\r\n';
  if (reply === null) return protocol === 3 ? '_\r\n' : '$-1\r\n';
  if (reply instanceof SimpleString) return `+${oneLine(reply.text)}\r\n`;
  if (reply instanceof ReplyError) return `-${oneLine(withoutLineEnds(reply.message))}\r\n`;
  if (Array.isArray(reply)) return aggregate('*', reply.length, reply, protocol);
  if (typeof reply === 'bigint' && isInt64(reply)) return `:${reply}\r\n`;
  return protocol === 3 ? encodeAsResp3(reply) : encode(asResp2(reply), 2);
}

/** The replies that only RESP3 has a type for. */
type Resp3Reply =
  | bigint
  | boolean
  | Double
  | VerbatimString
  | Map<Reply, Reply>
  | Set<Reply>
  | Push
  | AttributedReply;

function encodeAsResp3(reply: Resp3Reply): string {
  if (typeof reply === 'bigint') return `(${reply}\r\n`;
  if (typeof reply === 'boolean') return reply ? '#t\r\n' : '#f\r\n';
  if (reply instanceof Double) return `,${spell(reply.value)}\r\n`;
  if (reply instanceof VerbatimString) return blob('=', `${reply.format}:${reply.text}`);
  if (reply instanceof Map) return aggregate('%', reply.size, entries(reply), 3);
  if (reply instanceof Set) return aggregate('~', reply.size, [...reply], 3);
  if (reply instanceof Push) return aggregate('>', reply.elements.length, reply.elements, 3);
  return aggregate('|', reply.attributes.size, [...entries(reply.attributes), reply.reply], 3);
}

function asResp2(reply: Resp3Reply): Reply {
  if (typeof reply === 'bigint') return `${reply}`;
  if (typeof reply === 'boolean') return reply ? 1 : 0;
  if (reply instanceof Double) return spell(reply.value);
  if (reply instanceof VerbatimString) return reply.text;
  if (reply instanceof Map) return entries(reply);
  if (reply instanceof Set) return [...reply];
  if (reply instanceof AttributedReply) return reply.reply;
  return reply.elements;
}

function blob(type: string, bytes: string): string {
  return `${type}${bytes.length}\r\n${bytes}\r\n`;
}

function aggregate(type: string, count: number, elements: Reply[], protocol: Protocol): string {
  let bytes = `${type}${count}\r\n`;
  for (const element of elements) bytes += encode(element, protocol);
  return bytes;
}

function entries(map: Map<Reply, Reply>): Reply[] {
  return [...map].flat();
}

/** A line break inside a simple string or an error would end it early: Redis sends spaces instead. */
function oneLine(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/[\r\n]/g, ' ') : text;
}

/** Of an error, Redis cuts off the line breaks at its end: they would be spaces that nobody meant. */
function withoutLineEnds(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\r' || text[end - 1] === '\n') end--;
  return text.slice(0, end);
}

function spell(double: number): string {
  if (Object.is(double, -0)) return '-0';
  return String(double).replace('Infinity', 'inf').replace('NaN', 'nan');
}

function isInt64(integer: bigint): boolean {
  return BigInt.asIntN(64, integer) === integer;
}
