// Ends lines with \n alone, as files do. RESP ends them with \r\n.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class EndsLinesWithLf extends Server {
  override send(client: Client, bytes: string): void {
    super.send(client, bytes.replaceAll('\r\n', '\n'));
  }
}

new EndsLinesWithLf().listen();
