import { freePort } from '@toy-redis/conformance';
import { courseSteps } from '../../src/grading/course.ts';
import { type GradeOptions, gradeServer } from '../../src/grading/grade-server.ts';
import { startLocally } from '../../src/server/local.ts';
import type { ForkServer } from '../../src/server/server.ts';
import { isListening, pong } from '../servers/start.ts';

/** Of all that they ask, `pong.ts` passes no more than the first four. */
const steps = courseSteps().slice(0, 5);

/** What became of `pong.ts`, told by words what to do; `wrap` may stand between it and who grades it. */
export async function grade(
  words: string[],
  options: Partial<GradeOptions> = {},
  wrap = (server: ForkServer, _port: number) => server,
) {
  const port = await freePort();
  const started: ForkServer[] = [];
  const start = async () => {
    const server = wrap(startLocally({ folder: import.meta.dirname, command: pong(...words), port }), port);
    started.push(server);
    return server;
  };
  const grading = await gradeServer({ port, start, steps, layout: 'server', ...options });
  const isLeft = started.some((server) => server.isRunning()) || (await isListening(port));
  return { ...grading, starts: started.length, port, isLeft };
}

/** The verdict of each step. */
export function verdicts({ steps }: Awaited<ReturnType<typeof grade>>) {
  return steps.map(({ verdict }) => verdict);
}
