import { Server } from './base.ts';
import { Keyspace } from './keyspace.ts';

const AT = 1024 * 1024;

/** Changes a byte of a value that is large. */
class ChangesAByte extends Keyspace {
  override set(key: string, value: string, deadline?: number): void {
    super.set(key, value.length > AT ? `${value.slice(0, AT)}?${value.slice(AT + 1)}` : value, deadline);
  }
}

new Server(new ChangesAByte()).listen();
