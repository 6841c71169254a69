import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { Listener } from './server.ts';

const LISTEN = '0A';

/** Where processes listen, by TCP. Only Linux tells. */
export function listenersOf(pids: readonly number[]): Listener[] {
  const sockets = new Set(pids.flatMap(socketsOf));
  return listeningSockets('/proc/net').flatMap(({ inode, listener }) =>
    sockets.has(`socket:[${inode}]`) ? [listener] : [],
  );
}

/** Where anybody listens, by TCP, in the network that a process is in. */
export function listenersBeside(pid: number): Listener[] {
  return listeningSockets(`/proc/${pid}/net`).map(({ listener }) => listener);
}

function listeningSockets(network: string): { inode: string; listener: Listener }[] {
  return [`${network}/tcp`, `${network}/tcp6`].flatMap((table) =>
    linesOf(table).flatMap((line) => {
      const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
      return state === LISTEN ? [{ inode, listener: toListener(local) }] : [];
    }),
  );
}

function socketsOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return attempt(() => readdirSync(folder), []).map((name) =>
    attempt(() => readlinkSync(`${folder}/${name}`), ''),
  );
}

function linesOf(table: string): string[] {
  return attempt(() => readFileSync(table, 'utf8'), '').split('\n');
}

/** From `0100007F:1F90`: the port in hex, and the address in words of four bytes, the last byte first. */
function toListener(local: string): Listener {
  const [words = '', port = ''] = local.split(':');
  const bytes = (words.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).toReversed());
  return { address: bytes.length === 4 ? toIPv4(bytes) : toIPv6(bytes), port: Number.parseInt(port, 16) };
}

function toIPv4(bytes: string[]): string {
  return bytes.map((byte) => Number.parseInt(byte, 16)).join('.');
}

function toIPv6(bytes: string[]): string {
  const groups = (bytes.join('').match(/.{4}/g) ?? []).map((group) => group.toLowerCase()).join(':');
  // A URL knows how to write an IPv6 address shortly.
  return new URL(`http://[${groups}]`).hostname.slice(1, -1);
}

/** Processes end while one looks, and other people's are not shown. */
function attempt<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
