import { startServer } from '@toy-redis/conformance';
import { expect, onTestFinished, test } from 'vitest';
import { speakers } from '../src/speakers.ts';
import { ask, serverOf } from '../src/visit.ts';

for (const step of speakers) {
  test(`step ${step.number} shows each request, quoted, if NODE_DEBUG=toy-redis`, async () => {
    const server = await startServer({ ...serverOf(step), env: { NODE_DEBUG: 'toy-redis' } });
    onTestFinished(server.stop);
    await ask(server.port, '*3\r\n$3\r\nSET\r\n$4\r\nname\r\n$3\r\nAda\r\nECHO "one\\ntwo"\r\n');
    await expect
      .poll(server.output)
      .toBe(
        `Listening on 127.0.0.1:${server.port}\n` +
          `TOY-REDIS ${server.pid}: ["SET","name","Ada"]\n` +
          `TOY-REDIS ${server.pid}: ["ECHO","one\\ntwo"]\n`,
      );
  });
}
