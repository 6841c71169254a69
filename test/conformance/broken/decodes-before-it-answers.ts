// Decodes all that has come before it answers: one bad request, and the good ones before it are lost.
import { Server } from './base.ts';
import type { Client } from './resp-server.ts';

class DecodesBeforeItAnswers extends Server {
  override *replies(client: Client): Generator<string> {
    const replies = [...super.replies(client)];
    const isBad = replies.at(-1)?.startsWith('-ERR Protocol error');
    yield* isBad ? replies.slice(-1) : replies;
  }
}

new DecodesBeforeItAnswers().listen();
