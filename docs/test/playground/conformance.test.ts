import { join } from 'node:path';
import { cellOf } from '@toy-redis/conformance';
import { holdServer } from '@toy-redis/conformance/vitest';
import { describe } from 'vitest';
import { ROOT } from '../../src/course/repository.ts';
import { listSteps } from '../../src/course/steps.ts';

// Each step's own server, on the stand-ins of the page, is held to what its table says of the step on Node.
for (const { number, name, follows } of listSteps()) {
  const file = join(ROOT, 'steps', name, 'src/server.ts');
  const command = () => [process.execPath, 'test/playground/serve.ts', file] as const;
  describe.concurrent(`step ${number} in the playground`, () => {
    describe('one check after the other', { concurrent: false }, () => {
      holdServer({ command, cwd: join(ROOT, 'docs') }, (check) => cellOf(check, [number, ...follows]));
    });
  });
}
