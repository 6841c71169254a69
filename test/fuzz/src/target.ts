import type { Arbitrary } from 'fast-check';

/** What is fuzzed: chunks in, requests or replies out, or a ProtocolError. */
export type Decoder = { decode(chunk: Buffer): Iterable<unknown> };

/** A decoder with all that is known of it. Bytes are latin1 strings, one character each. */
export type Target = {
  name: string;
  /** The file that the decoder is in; what that imports belongs to it. */
  entry: string;
  open: () => Decoder;
  /** Bytes of a sort: whole requests or replies, parts of them, and such as are none. */
  pieces: Arbitrary<string>;
  /** What may not come out of so many bytes, in a few words; undefined if all is well. */
  complaint: (decoded: unknown, bytes: number) => string | undefined;
  /** Streams that are made to cost as much as can be. */
  families: readonly Family[];
  /** Memory that a decoder may hold for each byte it was sent, in bytes. */
  mostHeldPerByte: number;
  excuses: readonly Excuse[];
};

/** A stream that goes on for as many units as one likes. Bent is one that is not much the same all along. */
export type Family = {
  name: string;
  units: number;
  chunks: (units: number) => Iterable<string>;
  isBent?: boolean;
};

/** Code that no input reaches: the file it is in, how it begins, and why that is no gap. */
type Excuse = { file: string; code: string; why: string };

/** What is wrong with a decoder, and the chunks that show it. */
export type Finding = { chunks: readonly string[]; expected: string; got: string };
