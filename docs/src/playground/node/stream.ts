import stream from 'readable-stream/lib/stream.js';

/** Node's own streams, which Node publishes as a package. */
export const { Readable, Writable, Duplex, Transform, PassThrough } = stream;
