import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { broken } from '../../../conformance/broken/index.ts';
import { COURSE, conformanceServer, courseFork, serverFrom, stepAsServer } from './make.ts';
import { fullMarks, type Member } from './member.ts';

const EXAMPLES = join(COURSE, 'test/grader/examples');
/** Every third of all wrong servers. */
const EACH = 3;
const HANG_ON_READS = ['one-reply-per-read', 'waits-for-one-more-chunk'];

/** Those who do nothing worse than making mistakes. */
export function honestMembers(): Member[] {
  return [...correct(), ...halfway(), ...forksOfTheCourse(), ...mistaken()];
}

function correct(): Member[] {
  return ['typescript', 'python', 'c', 'redis'].map((language) => ({
    name: language,
    make: serverFromExample(language),
    expects: fullMarks,
  }));
}

function serverFromExample(language: string) {
  const { start, build } = JSON.parse(readFileSync(join(EXAMPLES, language, 'course.json'), 'utf8'));
  return serverFrom(join(EXAMPLES, language), start, build);
}

/** Each step of the course as somebody's server: this far has its learner come. */
function halfway(): Member[] {
  return ['01', '02', '03', '04', '05', '06', '07'].map((step) => ({
    name: `reached-${step}`,
    make: stepAsServer(step),
    expects: { verdict: 'graded', reached: step },
  }));
}

function forksOfTheCourse(): Member[] {
  return [
    { name: 'course', make: courseFork, expects: fullMarks },
    { name: 'course-in-git', make: bareRepository, expects: fullMarks },
    {
      name: 'course-with-own-resp',
      make: (folder) => {
        courseFork(folder);
        appendFileSync(join(folder, 'shared/resp/src/index.ts'), "\nthrow new Error('own resp');\n");
      },
      expects: { verdict: 'graded', reached: '04' },
    },
    {
      name: 'course-with-own-packages',
      make: (folder) => {
        courseFork(folder);
        appendFileSync(join(folder, 'package-lock.json'), '\n');
      },
      expects: { verdict: 'ungradable', reason: /takes --allow-network$/ },
    },
  ];
}

/** What a learner has pushed; there is no work tree. */
function bareRepository(folder: string): void {
  const work = mkdtempSync(join(tmpdir(), 'course-in-git-'));
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-C', work, ...words]);
  courseFork(work);
  writeFileSync(join(work, '.gitattributes'), '* filter=evil\n');
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'The course');
  git('clone', '--quiet', '--bare', '.', folder);
  rmSync(work, { recursive: true });
}

function mistaken(): Member[] {
  return broken
    .filter((_, index) => index % EACH === 0)
    .map(({ id, caughtBy, diagnosis }) => ({
      name: id,
      make: conformanceServer(id),
      expects: { verdict: 'graded', failed: caughtBy, diagnosis },
      ...(HANG_ON_READS.includes(id) && { hangsOnReads: true }),
    }));
}
