import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { folderWith } from '../test/grade/folder.ts';
import { listening } from './listening.ts';

/** Where repositories are served, and the file with the certificate by which it is trusted. */
export type GitServer = { url: string; certificate: string };

const OF_AN_HOUR = '-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1'.split(' ');
const OF_THIS_HOST = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];

/**
 * Serves the bare repositories of a folder over https, as GitHub does, for as long as the test takes; beside
 * them `secret.git`, which wants a password, and `silent.git`, which says nothing for ever.
 */
export async function serveGit(repositories: string): Promise<GitServer> {
  const folder = folderWith();
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const files = ['-keyout', key, '-out', certificate];
  execFileSync('openssl', ['req', ...OF_AN_HOUR, ...OF_THIS_HOST, ...files], { stdio: 'ignore' });
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) });
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/secret.git')) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="secret"' }).end();
    } else if (!request.url?.startsWith('/silent.git')) {
      void answer(request, response, repositories);
    }
  });
  return { url: `https://127.0.0.1:${await listening(server)}`, certificate };
}

/** By git's own program, which takes a request as CGI does. */
async function answer(request: IncomingMessage, response: ServerResponse, root: string): Promise<void> {
  const { pathname, search } = new URL(request.url ?? '/', 'https://127.0.0.1');
  const env = {
    PATH: process.env.PATH,
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: pathname,
    QUERY_STRING: search.slice(1),
    REQUEST_METHOD: request.method,
    CONTENT_TYPE: request.headers['content-type'] ?? '',
    HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
    GIT_PROTOCOL: `${request.headers['git-protocol'] ?? ''}`,
  };
  const program = spawn('git', ['http-backend'], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  request.pipe(program.stdin);
  const said = await buffer(program.stdout);
  const end = said.indexOf('\r\n\r\n');
  const lines = said.subarray(0, end).toString().split('\r\n');
  const headers = lines.map((line) => line.split(': ', 2) as [string, string]);
  const status = headers.find(([name]) => name === 'Status')?.[1] ?? '200';
  response.writeHead(Number.parseInt(status, 10), Object.fromEntries(headers)).end(said.subarray(end + 4));
}
