/**
 * What a server says, as natural values. A string is a bulk string, one character per byte
 * (latin1); a number or bigint is an integer; `null` is the null reply; arrays, maps, sets and
 * booleans are themselves. What JavaScript has no word for is a class below.
 * Source: the RESP specification, "RESP protocol description".
 */
export type Reply =
  | string
  | number
  | bigint
  | boolean
  | null
  | Reply[]
  | Map<Reply, Reply>
  | Set<Reply>
  | SimpleString
  | ReplyError
  | Double
  | VerbatimString
  | Push
  | AttributedReply;

/** The version of RESP that a connection speaks: 2, until HELLO asks for 3. */
export type Protocol = 2 | 3;

/** A short text without line breaks, such as `OK`. RESP specification, "Simple strings". */
export class SimpleString {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What Redis says when there is nothing to say but that all went well. Source: `shared.ok` in server.c. */
export const OK = new SimpleString('OK');

/** What Redis says to PING. Source: `shared.pong` in server.c. */
export const PONG = new SimpleString('PONG');

/**
 * The reply to a request that went wrong. Its message begins with a word in capitals that says
 * which kind of error it is, such as `ERR`. RESP specification, "Simple errors".
 */
export class ReplyError extends Error {
  override name = 'ReplyError';
}

/** Refuses arguments that make no sense together. Source: `shared.syntaxerr` in Redis's server.c. */
export function syntaxError(): never {
  throw new ReplyError('ERR syntax error');
}

/** Bytes that are not RESP: the reply to them, after which the connection is closed. */
export class ProtocolError extends ReplyError {
  override name = 'ProtocolError';

  constructor(problem: string) {
    super(`ERR Protocol error: ${problem}`);
  }
}

/** A floating point number. RESP specification, "Doubles". */
export class Double {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** A text to show as it is; its format is three characters. RESP specification, "Verbatim strings". */
export class VerbatimString {
  readonly format: string;
  readonly text: string;

  constructor(format: string, text: string) {
    this.format = format;
    this.text = text;
  }
}

/** What a server says without being asked. RESP specification, "Pushes". */
export class Push {
  readonly elements: Reply[];

  constructor(elements: Reply[]) {
    this.elements = elements;
  }
}

/** A reply with a note about it, such as a key's popularity. RESP3.md, "Attribute type". */
export class AttributedReply {
  readonly attributes: Map<Reply, Reply>;
  readonly reply: Reply;

  constructor(attributes: Map<Reply, Reply>, reply: Reply) {
    this.attributes = attributes;
    this.reply = reply;
  }
}
