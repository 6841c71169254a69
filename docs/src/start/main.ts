// npm start: opens the course, live. What is edited, an article or a step, shows at once.
import { join } from 'node:path';
import { openBrowser, openerFor } from './browser.ts';
import { port } from './port.ts';

const docs = join(import.meta.dirname, '../..');
// Whoever reads a course has not asked to be counted, nor for news of the tool that shows it.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true';
process.env.NODE_ENV = 'development';
process.chdir(docs);

// Only now, because it reads these when it is imported.
const { dev } = await import('astro');
const server = await dev({
  root: docs,
  logLevel: 'error',
  devToolbar: { enabled: false },
  server: { host: '127.0.0.1', port: port(process.env.PORT) },
});
const address = `http://127.0.0.1:${server.address.port}/`;
console.log(`The course is open at ${address}\nWhat you edit shows at once. Ctrl-C ends it.`);
openBrowser(address, openerFor(process.platform, process.env, process.stdout.isTTY));

// All of it runs in this process, and goes with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(0));
