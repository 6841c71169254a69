// Takes a kilobyte of what a read brings: what is beyond is lost.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class ReadsOneKilobyte extends Server {
  override receive(client: Client, bytes: string): void {
    super.receive(client, bytes.slice(0, 1024));
  }
}

new ReadsOneKilobyte().listen();
