/** What the server says to a change. */
export const OK = '+OK\r\n';
export const PONG = '+PONG\r\n';
/** What it says when there is no such key. */
export const NULL = '$-1\r\n';
export const PING = request('PING');

/** A request as clients write it: an array of bulks, one character for each byte. */
export function request(...words: string[]): string {
  return `*${words.length}\r\n${words.map(bulk).join('')}`;
}

export function bulk(bytes: string): string {
  return `$${bytes.length}\r\n${bytes}\r\n`;
}

/** An integer reply. */
export function integer(value: number): string {
  return `:${value}\r\n`;
}
