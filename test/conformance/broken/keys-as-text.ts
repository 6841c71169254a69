// Takes keys for text in UTF-8: all that is none becomes the same.
import { type Entry, type Options, Server } from './base.ts';
import type { Reply } from './resp-server.ts';

const asText = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8');

class KeysAsText extends Server {
  override find(key: string): Entry | undefined {
    return super.find(asText(key));
  }

  override set(key: string, value: string, options: Options): Reply {
    return super.set(asText(key), value, options);
  }
}

new KeysAsText().listen();
