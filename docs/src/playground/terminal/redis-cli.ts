import { inlineWords } from '../../wire/inline-words.ts';
import { fromUtf8, utf8 } from '../../wire/unescape.ts';
import type { Line } from './line.ts';
import { ADDRESS, nextReply, whyNoReply } from './next-reply.ts';
import { rawText, replyText } from './reply-text.ts';
import { requestBytes } from './request-bytes.ts';
import { unreadable } from './unreadable.ts';

/** Commands whose replies are shown as they are. Source: `cliSendCommand` in redis-cli.c. */
const RAW = /^(info|lolwut|client (list|info))\b/i;

/** What is to be shown on the terminal. */
export type Print = (text: string, kind: 'reply' | 'problem' | 'note') => void;

/** What `redis-cli` does between two prompts. */
export class RedisCli {
  readonly #line: Line;
  readonly #print: Print;
  /** Whether it has lost its connection, and says so in its prompt. */
  #lost = false;
  #interrupted = false;

  constructor(line: Line, print: Print) {
    this.#line = line;
    this.#print = print;
  }

  get prompt(): string {
    return this.#lost ? 'not connected> ' : `${ADDRESS}> `;
  }

  /** Does what a line says, and prints what comes of it. */
  async enter(text: string): Promise<void> {
    const { words, unbalanced } = inlineWords(utf8(text));
    const request = words.map(({ bytes }) => bytes);
    const [name = ''] = request;
    if (unbalanced) this.#print('Invalid argument(s)', 'problem');
    else if (/^(quit|exit)$/i.test(name)) this.leave();
    else if (/^(help|\?)$/i.test(name)) this.#print('Help is what the real redis-cli has.', 'note');
    else if (request.length > 0 && name !== ':set') await this.#repeat(request);
  }

  /** Ctrl+C: it ends, whatever it waits for. */
  interrupt(): void {
    this.#interrupted = true;
    this.#lose('^C');
  }

  /** It ends. The next line starts it again. */
  leave(): void {
    this.#lose('redis-cli has left; a command starts it again.', 'note');
  }

  /** A number before a request says how often it is to be made. */
  async #repeat(request: string[]): Promise<void> {
    const repeats = request.length > 1 && /^[1-9]\d*$/.test(request[0] ?? '');
    const once = repeats ? request.slice(1) : request;
    for (let left = repeats ? Number(request[0]) : 1; left > 0; left--) {
      if (await this.#ask(once)) return;
    }
  }

  /** Starts anew: it has no connection, and makes one when there is something to say. */
  restart(): void {
    this.#interrupted = true;
    this.#lost = false;
    this.#line.hangUp();
  }

  /** Answers true if there is no point in asking again. */
  async #ask(request: string[]): Promise<boolean> {
    this.#interrupted = false;
    if (this.#line.state === 'none') this.#line.connect();
    this.#lost = false;
    this.#line.write(requestBytes(request));
    const reply = await nextReply(this.#line);
    if (this.#interrupted) return true;
    if (reply === undefined) return this.#lose(await whyNoReply(this.#line));
    const problem = unreadable(reply.frame, reply.bytes);
    if (problem) return this.#lose(problem);
    const format = RAW.test(request.join(' ')) ? rawText : replyText;
    this.#print(fromUtf8(format(reply.frame, reply.bytes)).replace(/\r?\n$/, ''), 'reply');
    return false;
  }

  #lose(problem: string, kind: 'problem' | 'note' = 'problem'): true {
    this.#lost = true;
    this.#line.hangUp();
    this.#print(problem, kind);
    return true;
  }
}
