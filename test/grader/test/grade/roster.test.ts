import { join } from 'node:path';
import { expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { chooseForks } from '../../src/grade/forks/choose.ts';
import { readRoster } from '../../src/grade/forks/roster.ts';
import { folderWith } from './folder.ts';

const read = (text: string) => {
  const folder = folderWith({ 'class.csv': text, 'forks/ada/course.json': '{}' });
  return { folder, roster: () => readRoster(join(folder, 'class.csv')) };
};

it('names folders, from where it stands, and repositories; it keeps what else it says', () => {
  const { folder, roster } = read(
    '\ufeffName,Repository,ref,email\r\n"Lovelace, Ada",forks/ada,,ada@example.org\r\n\r\n' +
      'Grace,https://example.org/grace/redis.git,done,\r\n',
  );
  expect(roster().forks).toEqual([
    { name: 'Lovelace, Ada', source: { kind: 'folder', path: join(folder, 'forks/ada') } },
    {
      name: 'Grace',
      source: { kind: 'repository', url: 'https://example.org/grace/redis.git', ref: 'done', isLocal: false },
    },
  ]);
  expect(roster().said.get('Lovelace, Ada')).toEqual({ email: 'ada@example.org' });
});

it.for([
  [
    'student,url\nAda,forks/ada\n',
    'line 1: expected the columns name,repository and perhaps ref, got student,url',
  ],
  ['name,repository\n', 'expected a line for each fork, got none'],
  ['name,repository\nAda,forks/ada\nGrace\n', 'Invalid Record Length: columns length is 2, got 1 on line 3'],
  ['name,repository\nAda,forks/ada\n,forks/ada\n', 'line 3: expected a name, got none'],
  ['name,repository\n\nAda,\n', 'line 3: expected the repository of Ada, got none'],
  ['name,repository\nAda,forks/ada\nada,forks/ada\n', 'line 3: expected a new name, got ada, as in line 2'],
  ['name,repository\nAda,forks/bob\n', 'line 2: expected a folder or a git repository, got forks/bob'],
  [
    'name,repository\nAda,ext::sh -c reboot\n',
    'line 2: expected a git URL that begins with https, ssh or git',
  ],
  ['name,repository\nAda,http://example.org/ada.git\n', 'got http://example.org/ada.git'],
  ['name,repository\nAda,class.csv\n', 'got class.csv: it is a file'],
  ['name,repository\nAda,file:///etc\n', 'line 2: expected a git URL that begins with https, ssh or git'],
  [
    'name,repository,ref\nAda,forks/ada,--upload-pack=x\n',
    'expected a branch or a tag after # in forks/ada#--upload',
  ],
  ['name,repository\n"Ada,forks/ada\n', 'Quote Not Closed'],
])('that is wrong is refused in one line: %j', ([text = '', says = '']) => {
  const { roster } = read(text);
  expect(roster).toThrow(UsageError);
  expect(roster).toThrow(says);
  expect(roster).toThrow(/^[^\n]*$/);
});

it('that is not there is refused', () => {
  expect(() => chooseForks([], 'no.csv', folderWith())).toThrow('--roster: expected a CSV file, got');
});

it('is in place of forks on the command line', () => {
  expect(() => chooseForks(['ada'], 'class.csv', '.')).toThrow('expected forks or a --roster, got both');
  expect(() => chooseForks([], undefined, '.')).toThrow('or a --roster, got neither');
});

it('forks are called by their folder, and by its owner as well where that is not enough', () => {
  const here = folderWith({ 'ada/redis/a': '', 'bob/redis/a': '', 'bob/other/a': '' });
  const namesOf = (...written: string[]) =>
    chooseForks(written, undefined, here).forks.map(({ name }) => name);
  expect(namesOf('ada/redis', 'bob/other/')).toEqual(['redis', 'other']);
  expect(namesOf('ada/redis', 'bob/redis')).toEqual(['ada-redis', 'bob-redis']);
  expect(namesOf('https://example.org/ada/redis.git#v1', 'git@example.org:bob/redis.git')).toEqual([
    'ada-redis',
    'bob-redis',
  ]);
  expect(() => namesOf('ada/redis', 'ada/redis')).toThrow(
    'got two called ada-redis. Name them in a --roster',
  );
});
