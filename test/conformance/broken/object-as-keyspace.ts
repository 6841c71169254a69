// Looks keys up in an object, which has some properties of its own.
import { Server } from './base.ts';
import type { Reply } from './resp-server.ts';

class ObjectAsKeyspace extends Server {
  override get(key: string): Reply {
    const object: Record<string, string> = {};
    return super.get(key) ?? object[key] ?? null;
  }
}

new ObjectAsKeyspace().listen();
