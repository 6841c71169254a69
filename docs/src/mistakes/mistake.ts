import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { broken } from '../../../test/conformance/broken/index.ts';
import { ROOT } from '../course/repository.ts';

/** A wrong server, as its maker sees it and as a check does. */
export type Mistake = {
  /** What it does, in a sentence. */
  does: string;
  /** What sets it apart from a correct server, if that is short and says it all. */
  code: string | undefined;
  /** The check that finds it out, and what that shows: what was expected, what came, and the wire. */
  check: string;
  shows: string;
  /** What the check has to say about it: what it looks like, if that has a name, why it matters, where to look. */
  looksAsIf: string | undefined;
  why: string;
  hint: string;
};

const SHORT = 20;
const FOLDER = join(ROOT, 'test/conformance/broken');

/** One of the wrong servers of `test/conformance/broken`. Throws a NoMistakeError if there is no such one. */
export function mistakeCalled(id: string): Mistake {
  const server = broken.find((each) => each.id === id);
  if (server === undefined) throw new NoMistakeError(id);
  const source = readFileSync(join(FOLDER, `${id}.ts`), 'utf8');
  const story = readFileSync(join(FOLDER, 'stories', `${id}.txt`), 'utf8');
  return { ...readServer(source), check: server.caughtBy, ...readStory(story) };
}

/** Its first comment says what it does; what it imports and that it listens is as in all others. */
function readServer(source: string): Pick<Mistake, 'does' | 'code'> {
  const [, comment = '', rest = ''] = /^((?:\/\/.*\n)+)([\s\S]*)$/.exec(source) ?? [];
  const does = comment
    .replace(/^\/\/ ?/gm, '')
    .replaceAll('\n', ' ')
    .trim();
  const code = rest
    .replace(/^import [^;]*;\n/gm, '')
    .replace(/^new \w+\(.*\)\.listen\(\);$/m, '')
    .trim();
  return { does, code: code !== '' && code.split('\n').length <= SHORT ? code : undefined };
}

/** A story ends with what is for people: set as text, it need not be read in one long line. */
function readStory(story: string): Pick<Mistake, 'shows' | 'looksAsIf' | 'why' | 'hint'> {
  const [, looksAsIf] = /^It looks as if: (.*)$/m.exec(story) ?? [];
  const [end, why = '', hint = ''] = /^why {3}(.*)\nhint {2}(.*)$/m.exec(story) ?? [];
  const shows = story
    .replace(end ?? '', '')
    .replace(/^It looks as if: .*$/m, '')
    .trim();
  return { shows, looksAsIf, why, hint };
}

class NoMistakeError extends Error {
  override name = 'NoMistakeError';

  constructor(id: string) {
    super(`expected one of the wrong servers, ${broken.map((each) => each.id).join(', ')}, got '${id}'`);
  }
}
