// Splits requests at line breaks and ignores the lengths: a value with a line break falls apart.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class SplitsAtLineBreaks extends Server {
  override nextArray(client: Client): string[] | undefined {
    const count = Number(/^\*(\d+)\r\n/.exec(client.rest)?.[1] ?? Infinity);
    const lines = client.rest.split('\r\n', 2 * count + 2);
    if (lines.length < 2 * count + 2) return undefined;
    const request = lines.slice(0, -1);
    client.rest = client.rest.slice(`${request.join('\r\n')}\r\n`.length);
    // *2, $4, ECHO, $3, hey: every second line is a word.
    return request.filter((_, i) => i > 0 && i % 2 === 0);
  }
}

new SplitsAtLineBreaks().listen();
