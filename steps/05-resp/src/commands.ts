import { PONG, type Reply, ReplyError } from '@toy-redis/resp';
import { type Connection, handshake } from './handshake.ts';

/** A command is its function, whose parameters are the command's synopsis; `this` is the client. */
export type Command = {
  /** How many words a request has, the command's name among them; −2 means 2 or more. */
  arity: number;
  run: (this: Connection, ...args: string[]) => Reply;
};

/** A Map, because an object would also know a command named `constructor`. Redis: commands.c. */
const commands = new Map<string, Command>([
  ...handshake,
  ['ping', { arity: -1, run: ping }],
  ['echo', { arity: 2, run: (message) => message }],
]);

/** The reply to a request. Redis: `processCommand` in server.c. */
export function execute(request: string[], connection: Connection): Reply {
  const [name = ''] = request;
  const command = commands.get(name.toLowerCase());
  if (!command) return unknownCommand(request);
  const words = request.length;
  if (command.arity > 0 ? words !== command.arity : words < -command.arity) return wrongArity(name);
  try {
    return command.run.apply(connection, request.slice(1));
  } catch (error) {
    if (error instanceof ReplyError) return error;
    throw error;
  }
}

function ping(message?: string, ...more: string[]): Reply {
  return more.length > 0 ? wrongArity('ping') : (message ?? PONG);
}

function wrongArity(name: string): ReplyError {
  return new ReplyError(`ERR wrong number of arguments for '${name.toLowerCase()}' command`);
}

/** Redis quotes the request back, 128 bytes of its name and about as many of its arguments. */
function unknownCommand([name = '', ...args]: string[]): ReplyError {
  let quoted = '';
  for (const arg of args) {
    if (quoted.length < 128) quoted += `'${arg.slice(0, 128 - quoted.length)}' `;
  }
  return new ReplyError(`ERR unknown command '${name.slice(0, 128)}', with args beginning with: ${quoted}`);
}
