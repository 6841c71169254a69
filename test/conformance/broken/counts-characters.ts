// Writes the length of a string in characters, not in bytes.
import { Server } from './base.ts';

class CountsCharacters extends Server {
  override bulk(bytes: string): string {
    const text = Buffer.from(bytes, 'latin1').toString('utf8');
    return `$${text.length}\r\n${bytes}\r\n`;
  }
}

new CountsCharacters().listen();
