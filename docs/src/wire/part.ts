/** Who said some bytes: a client sends requests, a server replies. */
export type Side = 'client' | 'server';

/** What a run of bytes is to RESP. */
export type Role =
  /** The first byte of a frame, which says what it is. */
  | 'type'
  /** How many bytes follow. */
  | 'length'
  /** How many other frames follow. */
  | 'count'
  /** What it is all about: the bytes of a string, the digits of a number. */
  | 'payload'
  /** The end of a line, or what separates the words of an inline request. */
  | 'end'
  | 'wrong'
  /** What comes after bytes that are no RESP: nobody reads it. */
  | 'unread';

/** A run of bytes of one meaning; `says` is that meaning in words. */
export type Token = { is: 'token'; role: Role; start: number; end: number; says: string };

/** Whether all of a frame has come; if not, what is missing; if it can never be whole, why and where. */
export type Fate =
  | { is: 'complete' }
  | { is: 'incomplete'; missing: string }
  | { is: 'wrong'; problem: string; at: number };

/** What a frame is, by the name that the RESP specification has for it. */
export type Kind =
  | 'simple string'
  | 'error'
  | 'integer'
  | 'big number'
  | 'double'
  | 'boolean'
  | 'null'
  | 'bulk string'
  | 'bulk error'
  | 'verbatim string'
  | 'array'
  | 'set'
  | 'push'
  | 'map'
  | 'attribute'
  | 'streamed string'
  | 'chunk'
  | 'end of stream'
  | 'inline request'
  | 'empty request'
  | 'not RESP'
  | 'not read';

/** A whole request or reply, or one inside another: its tokens and the frames that it is made of, in order. */
export type Frame = {
  is: 'frame';
  kind: Kind;
  /** What it is to the frame around it, such as `key`, or `argument 1`. */
  as?: string;
  start: number;
  end: number;
  says: string;
  fate: Fate;
  parts: Part[];
};

export type Part = Token | Frame;

/** The tokens of these parts and of all that they are made of: every byte once, in order. */
export function tokensOf(parts: readonly Part[]): Token[] {
  return parts.flatMap((part) => (part.is === 'token' ? [part] : tokensOf(part.parts)));
}
