export { encode } from './encode.ts';
export { parseInteger, toInteger } from './integer.ts';
export {
  AttributedReply,
  Double,
  OK,
  PONG,
  type Protocol,
  ProtocolError,
  Push,
  type Reply,
  ReplyError,
  SimpleString,
  syntaxError,
  VerbatimString,
} from './reply.ts';
export { ReplyDecoder } from './reply-decoder.ts';
export { RequestDecoder } from './request-decoder.ts';
