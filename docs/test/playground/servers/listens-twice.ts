import { createServer } from 'node:net';

const server = createServer();
try {
  server.listen(Number('abc'), '127.0.0.1');
} catch (error) {
  console.error((error as NodeJS.ErrnoException).code);
}
server.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen(6379, '127.0.0.1');
server.listen(6379, '127.0.0.1');
