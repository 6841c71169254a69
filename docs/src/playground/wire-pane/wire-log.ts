import { type LabelledChunk, LabelledStream } from '../../wire/labelled-stream.ts';
import type { Side } from '../../wire/part.ts';
import type { Client, Connection } from '../server/client.ts';
import type { Dial } from '../terminal/line.ts';

/** What happened on the wire of a client: bytes went one way or the other, or a connection began or ended. */
export type Entry =
  | { is: 'bytes'; client: number; connection: string; said: Side; chunk: LabelledChunk }
  | { is: 'event'; client: number; says: string };

/** Listens in on the connections of a client, and tells each thing as it happens. */
export function tap(dial: Dial, client: number, tell: (entry: Entry) => void): Dial {
  let connections = 0;
  return (listener) => {
    const connection = `${client}-${++connections}`;
    const streams = { client: new LabelledStream('client'), server: new LabelledStream('server') };
    const event = (says: string) => tell({ is: 'event', client, says });
    const bytes = (said: Side, chunk: string) =>
      tell({ is: 'bytes', client, connection, said, chunk: streams[said].push(chunk) });
    event('connects');
    return tapConnection(dial(tapClient(listener, event, bytes)), event, bytes);
  };
}

type TellEvent = (says: string) => void;
type TellBytes = (said: Side, chunk: string) => void;

function tapClient(client: Client, event: TellEvent, bytes: TellBytes): Client {
  return {
    onBytes(chunk) {
      bytes('server', chunk);
      return client.onBytes(chunk);
    },
    onEnd() {
      event('hears that the server says no more');
      client.onEnd();
    },
    onClosed() {
      event('is let go: the server reads no more, either');
      client.onClosed?.();
    },
    onRefused() {
      event('is refused: nobody listens');
      client.onRefused();
    },
  };
}

function tapConnection(connection: Connection, event: TellEvent, bytes: TellBytes): Connection {
  return {
    write(chunk, taken) {
      bytes('client', chunk);
      connection.write(chunk, taken);
    },
    end() {
      event('leaves');
      connection.end();
    },
    reset() {
      event('breaks off');
      connection.reset();
    },
  };
}
