import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

const DIST = join(import.meta.dirname, '../dist');
/** Nobody who builds the site knows of this. */
const SUB_PATH = '/somebody/s/course/';

/** The built site, served from a folder deep in somebody's server. */
export type Site = { url: string; close: () => void };

/** Serves what was built, on a free port. */
export async function serveSite(): Promise<Site> {
  const serve = sirv(DIST, { dev: false });
  const server = createServer((request, response) => {
    const missing = () => void response.writeHead(404).end();
    const path = request.url ?? '/';
    request.url = path.slice(SUB_PATH.length - 1);
    if (path.startsWith(SUB_PATH)) serve(request, response, missing);
    else missing();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${SUB_PATH}`, close: () => server.close() };
}
