import type { Question } from './question.ts';

/** Something worth looking at; `worked` if the page shows it in full. */
export type Example = Question & { title: string; worked?: string };

/** A few requests and replies, in bytes and otherwise. */
export const EXAMPLES: Example[] = [
  {
    title: 'a command',
    given: 'command',
    text: 'SET greeting "hello, Redis" EX 60',
    worked: 'A command becomes an array of bulk strings: each word with its length before it, and no quotes.',
  },
  { title: 'an inline request', given: 'request', text: 'ECHO "hello, Redis"\\r\\n' },
  {
    title: 'two at once',
    given: 'request',
    text: '*1\\r\\n$4\\r\\nPING\\r\\n*2\\r\\n$4\\r\\nECHO\\r\\n$2\\r\\nhi\\r\\n',
    worked:
      'Pipelining: two requests that arrive together are two all the same. Where one ends, the next begins.',
  },
  {
    title: 'cut off',
    given: 'request',
    text: '*2\\r\\n$4\\r\\nECHO\\r\\n$5\\r\\nhel',
    worked:
      'A request that is cut off is no mistake: the rest is on its way, and what is missing is known exactly.',
  },
  {
    title: 'no request',
    given: 'request',
    text: '*1\\r\\n+PING\\r\\n',
    worked: 'A request consists of bulk strings only. Redis says so, and closes the connection.',
  },
  {
    title: 'a length too short',
    given: 'request',
    text: '*2\\r\\n$4\\r\\nECHO\\r\\n$3\\r\\nhello\\r\\n',
    worked:
      'A length is taken at its word: after three bytes come the two that end the string, whatever they are. ' +
      'What is left is an empty line, which is skipped; the request was ECHO hel.',
  },
  { title: 'an HTTP request', given: 'request', text: 'GET / HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n' },
  { title: 'in hex', given: 'request', text: '2a 31 0d 0a 24 34 0d 0a 50 49 4e 47 0d 0a' },
  {
    title: 'an error',
    given: 'reply',
    text: "-ERR unknown command 'NOPE', with args beginning with: \\r\\n",
  },
  { title: 'null in RESP2', given: 'reply', text: '$-1\\r\\n' },
  { title: 'null in RESP3', given: 'reply', text: '_\\r\\n' },
  {
    title: 'a map in RESP3',
    given: 'reply',
    text: '%3\\r\\n$6\\r\\nserver\\r\\n$5\\r\\nredis\\r\\n$5\\r\\nproto\\r\\n:3\\r\\n$7\\r\\nmodules\\r\\n*0\\r\\n',
    worked: 'A part of what HELLO 3 replies: a map, whose count is of pairs.',
  },
  {
    title: 'the same in RESP2',
    given: 'reply',
    text: '*4\\r\\n$6\\r\\nserver\\r\\n$5\\r\\nredis\\r\\n$5\\r\\nproto\\r\\n:2\\r\\n',
  },
  {
    title: 'numbers',
    given: 'reply',
    text: ':42\\r\\n,3.14\\r\\n,-inf\\r\\n#t\\r\\n(3492890328409238509324850943850943825024385\\r\\n',
  },
  { title: 'a verbatim string', given: 'reply', text: '=16\\r\\ntxt:hello, Redis\\r\\n' },
  {
    title: 'a push',
    given: 'reply',
    text: '>3\\r\\n$7\\r\\nmessage\\r\\n$4\\r\\nnews\\r\\n$2\\r\\nhi\\r\\n+OK\\r\\n',
  },
  {
    title: 'an attribute',
    given: 'reply',
    text: '|1\\r\\n+ttl\\r\\n:3600\\r\\n$5\\r\\nhello\\r\\n',
    worked:
      'An attribute says something about the reply that follows it. Redis 7.0 sends one only if DEBUG PROTOCOL asks for it.',
  },
  { title: 'a streamed string', given: 'reply', text: '$?\\r\\n;4\\r\\nHell\\r\\n;1\\r\\no\\r\\n;0\\r\\n' },
];
