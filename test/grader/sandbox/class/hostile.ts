import { homedir } from 'node:os';
import { join } from 'node:path';
import { COURSE, conformanceServer } from './make.ts';
import {
  buildsWith,
  circularLinks,
  correctAfter,
  linkedCourseFile,
  node,
  pipes,
  python,
} from './make-hostile.ts';
import { type Expectation, fullMarks, type Member } from './member.ts';

/** Where the others are, where the results go, and a port of the host that must not be reached. */
export type Targets = { forks: string; out: string; port: number };

const LISTENS_TO_ALL = 'sed -i s/127.0.0.1/0.0.0.0/ resp-server.ts';
const LITTLE: Expectation = { verdict: 'graded', failed: 'ping/nothing-unasked' };
const TABLE = join(COURSE, 'test/conformance/src/table.ts');

/** Those who want marks that they do not deserve, or that nobody else gets any. */
export function hostileMembers({ forks, out, port }: Targets): Member[] {
  const looks = [homedir(), forks, join(forks, 'python'), out, COURSE, '/root', '/etc/shadow', '/home'];
  const writes = [TABLE, join(out, 'results/python.json'), join(forks, 'python/server.py'), '/tmp/../graded'];
  const hosts = '127.0.0.1 ::1 10.0.0.1 8.8.8.8';
  const members: Member[] = [
    { name: 'forks-without-end', make: python('fork-bomb'), expects: ungradable(/processes/) },
    { name: 'eats-memory', make: python('eat-memory'), expects: ungradable(/memory/) },
    {
      name: 'fills-the-disk',
      make: python('fill-disk', 'bytes'),
      expects: ungradable(/folder had more than/),
    },
    { name: 'kills-its-parent', make: python('will-not-die', '-1'), expects: ungradable(/.*/) },
    {
      name: 'never-starts',
      make: conformanceServer('correct', 'sleep 600'),
      expects: ungradable(/on no port within|does not answer/),
    },
    { name: 'ignores-sigterm', make: correctAfter("trap '' TERM HUP INT"), expects: fullMarks },
    { name: 'prints-a-gigabyte', make: correctAfter('(yes | head -c 1G) &'), expects: fullMarks },
    {
      name: 'leaves-children',
      make: correctAfter('setsid sleep 600 & setsid sleep 600 &'),
      expects: fullMarks,
    },
    { name: 'looks-for-secrets', make: node('look-for', ...looks), expects: ungradable(/found nothing/) },
    { name: 'writes-results', make: node('write-to', ...writes), expects: ungradable(/wrote nothing/) },
    { name: 'connects-out', make: node('reach', `${port} ${hosts}`), expects: ungradable(/reached nobody/) },
    { name: 'on-all-addresses', make: correctAfter(LISTENS_TO_ALL), expects: fullMarks },
    {
      name: 'talks-without-end',
      make: node('talks-without-end'),
      expects: LITTLE,
    },
    {
      name: 'says-all-passed',
      make: correctAfter('echo all passed; exit'),
      expects: ungradable(/all passed/),
    },
    {
      name: 'fails-to-build',
      make: buildsWith('echo no; false'),
      expects: ungradable(/exited with code 1.*no/s),
    },
    { name: 'course-file-is-a-link', make: linkedCourseFile, expects: ungradable(/course\.json.*or a link/) },
    { name: 'links-in-a-circle', make: circularLinks, expects: fullMarks },
    { name: 'pipes-for-files', make: pipes, expects: fullMarks },
  ];
  return members.map((member) => ({ ...member, isHostile: true }));
}

function ungradable(reason: RegExp): Expectation {
  return { verdict: 'ungradable', reason };
}
