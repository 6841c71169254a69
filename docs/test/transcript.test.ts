import { expect, test } from 'vitest';
import { isAsPrinted, transcriptOf } from '../redis/transcript.ts';
import { takeApart } from './articles/article.ts';

test('a transcript has commands, and what each prints', () => {
  const blocks = [
    '```console\n$ redis-cli SET name \\\n>   Ada\nOK\n$ true\n$ printf "a\\n\\n> b"\na\n\n> b\n```',
    '```text\n$ no\n```',
    '```console title="Later"\n$ later\n```',
  ];
  const exchanges = transcriptOf(takeApart('a.md', blocks.join('\n\n')));
  expect(exchanges).toEqual([
    { place: 'a.md:1', command: 'redis-cli SET name \\\n  Ada', printed: 'OK' },
    { place: 'a.md:1', command: 'true', printed: '' },
    { place: 'a.md:1', command: 'printf "a\\n\\n> b"', printed: 'a\n\n> b' },
    { place: 'a.md:16', command: 'later', printed: '' },
  ]);
});

test.for([
  { printed: 'OK', came: 'OK', is: true },
  { printed: 'OK', came: 'OK\nOK', is: false },
  { printed: 'OK', came: '', is: false },
  { printed: '', came: '', is: true },
  { printed: '', came: 'OK', is: false },
  { printed: '(integer) …', came: '(integer) 59', is: true },
  { printed: '(integer) …', came: '(nil)', is: false },
  { printed: 'a\n…\nb', came: 'a\n1\n2\nb', is: true },
  { printed: 'a\n…\nb', came: 'a\n1\n2', is: false },
  { printed: 'a.b', came: 'a+b', is: false },
])('where $printed is to be printed, $came is right: $is', ({ printed, came, is }) => {
  expect(isAsPrinted(printed, came)).toBe(is);
});
