// Tries to reach somebody outside, and can only be graded if it does.
import { once } from 'node:events';
import { connect } from 'node:net';

const [correct = '', port = '', ...hosts] = process.argv.slice(2);
const reached = await Promise.all(
  hosts.map(async (host) => {
    const socket = connect({ host, port: Number(port), timeout: 2000 });
    return Promise.race([
      once(socket, 'connect').then(
        () => true,
        () => false,
      ),
      once(socket, 'timeout').then(
        () => false,
        () => false,
      ),
    ]);
  }),
);
if (!reached.includes(true)) throw new Error('reached nobody');
await import(correct);
