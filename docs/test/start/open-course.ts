import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** The course, opened by `npm start`. */
export type OpenCourse = {
  address: string;
  pid: number;
  output: () => string;
  /** Ends it as Ctrl-C does, which npm and all that it has started hear. */
  breakOff: () => Promise<void>;
};

/** Runs `npm start` in a folder and waits until it says where the course is. */
export async function openCourse(folder: string, env: NodeJS.ProcessEnv): Promise<OpenCourse> {
  // Under vitest Astro's server would not route requests by itself.
  const { VITEST: _, ...own } = process.env;
  const child = spawn('npm', ['start'], { cwd: folder, env: { ...own, ...env }, detached: true });
  const { pid } = child;
  if (pid === undefined) throw new NotOpenedError('npm could not be run');
  let output = '';
  const address = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      output += chunk;
      const [url] = /http:\/\/\S+/.exec(output) ?? [];
      if (url) resolve(url);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new NotOpenedError(output)));
  });
  return {
    address: await address,
    pid,
    output: () => output,
    breakOff: async () => {
      const exit = once(child, 'exit');
      process.kill(-pid, 'SIGINT');
      await exit;
    },
  };
}

class NotOpenedError extends Error {
  override name = 'NotOpenedError';

  constructor(output: string) {
    super(`expected npm start to say where the course is, got:\n${output}`);
  }
}
