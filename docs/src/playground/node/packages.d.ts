// The packages beneath the stand-ins are named by file: their bare names would mean Node's own modules.
declare module 'buffer/index.js' {
  export { Buffer } from 'node:buffer';
}

declare module 'events/events.js' {
  export { EventEmitter as default } from 'node:events';
}

declare module 'readable-stream/lib/stream.js' {
  export { default } from 'node:stream';
}
