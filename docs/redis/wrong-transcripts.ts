import { join } from 'node:path';
import { startServer } from '@toy-redis/conformance';
import { ROOT } from '../src/course/repository.ts';
import { stepNumbered } from '../src/course/steps.ts';
import type { Article } from '../test/articles/article.ts';
import { runInTerminal } from './run-in-terminal.ts';
import { isAsPrinted, transcriptOf } from './transcript.ts';

/** What an article says that commands print, where they do not, asked of a fresh server of its step. */
export async function wrongTranscripts(article: Article): Promise<string[]> {
  if (article.step === undefined) {
    return [`${article.file}: say the \`step\` whose server answers, or make it \`\`\`text`];
  }
  const cwd = join(ROOT, 'steps', stepNumbered(article.step).name);
  const server = await startServer({ command: () => [process.execPath, 'src/server.ts'], cwd });
  try {
    const exchanges = transcriptOf(article);
    const commands = exchanges.map(({ command }) => command);
    const came = await runInTerminal(commands, server.port);
    return exchanges.flatMap(({ place, command, printed }, i) => {
      const said = came[i] ?? '(a command before has not ended)';
      return isAsPrinted(printed, said) ? [] : [`${place}: $ ${command}\nexpected\n${printed}\ngot\n${said}`];
    });
  } finally {
    await server.stop();
  }
}
