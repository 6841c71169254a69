import { setTimeout as sleep } from 'node:timers/promises';
import type { Address } from '@toy-redis/conformance';
import { endOfReply } from '../compare/replies.ts';
import { Conversation } from '../exchange/conversation.ts';

const PATIENCE = 1000;

/**
 * Asks a server something on a connection of its own. What it has said is a whole reply, unless it hangs
 * up or 1 s passes.
 */
export async function ask(address: Address, line: string): Promise<string> {
  const conversation = await Conversation.open(address);
  conversation.send(`${line}\r\n`);
  const end = Date.now() + PATIENCE;
  while (isDue(conversation) && Date.now() < end) await sleep(1);
  conversation.leave();
  return conversation.outcome.bytes;
}

function isDue({ outcome }: Conversation): boolean {
  return outcome.state === 'open' && endOfReply(outcome.bytes) === undefined;
}
