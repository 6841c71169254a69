import { createServer, type Server, type Socket } from 'node:net';

const REPLIES = new Map([
  ['PING', '+PONG\r\n'],
  ['FLUSHALL', '+OK\r\n'],
  ['SET', '+OK\r\n'],
]);

/** A server that keeps all it is told to SET, and reads whole requests only: enough to be struck. */
export function serve(reply: (socket: Socket, bytes: string) => void): Server {
  const values = new Map<string, string>();
  const server = createServer((socket) => {
    let rest = '';
    socket.setEncoding('latin1').on('data', (chunk) => {
      const [requests, cut] = split(rest + chunk);
      rest = cut;
      let bytes = '';
      for (const [name = '', key = '', value = ''] of requests) {
        if (name === 'SET') values.set(key, value);
        const found = values.get(key) ?? '';
        bytes += REPLIES.get(name) ?? `$${found.length}\r\n${found}\r\n`;
      }
      reply(socket, bytes);
    });
  });
  return server.listen(Number(process.env.PORT), '127.0.0.1');
}

/** The requests that have come whole, and what is left. */
function split(bytes: string): [requests: string[][], rest: string] {
  const requests: string[][] = [];
  let at = 0;
  for (let end = 0; ; at = end) {
    const request = bytes.startsWith('*', at) ? takeArray(bytes, at) : takeLine(bytes, at);
    if (request === undefined) return [requests, bytes.slice(at)];
    requests.push(request.words);
    end = request.end;
  }
}

type Taken = { words: string[]; end: number };

function takeArray(bytes: string, at: number): Taken | undefined {
  const words: string[] = [];
  let end = bytes.indexOf('\r\n', at) + 2;
  if (end === 1) return undefined;
  for (let left = Number.parseInt(bytes.slice(at + 1, at + 12), 10); left > 0; left--) {
    const start = bytes.indexOf('\r\n', end) + 2;
    const length = Number.parseInt(bytes.slice(end + 1, start), 10);
    if (start === 1 || bytes.length < start + length + 2) return undefined;
    words.push(bytes.slice(start, start + length));
    end = start + length + 2;
  }
  return { words, end };
}

function takeLine(bytes: string, at: number): Taken | undefined {
  const end = bytes.indexOf('\n', at) + 1;
  return end === 0 ? undefined : { words: bytes.slice(at, end).trim().split(' '), end };
}
