// Decodes what it reads as UTF-8: bytes that are none are replaced.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

const asText = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8');

class DecodesAsUtf8 extends Server {
  override next(client: Client): string[] | undefined {
    return super.next(client)?.map((word) => Buffer.from(asText(word), 'utf8').toString('latin1'));
  }
}

new DecodesAsUtf8().listen();
