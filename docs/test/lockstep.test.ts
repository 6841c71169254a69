import { describe, expect, test } from 'vitest';
import { listSteps } from '../src/course/steps.ts';
import { readArticles } from './articles/article.ts';
import { idleWaivers, unknownExcerpts, untoldChanges } from './articles/lockstep.ts';
import { illFormed, patronising } from './articles/prose.ts';
import { strayTypeScript } from './articles/typescript.ts';

const articles = readArticles();

test('every step has one lesson', () => {
  const lessons = articles.filter(({ isLesson }) => isLesson);
  expect(lessons.map(({ step }) => step)).toEqual(listSteps().map(({ number }) => number));
});

describe.for(articles)('$file', (article) => {
  test('shows code that there is', () => {
    expect(unknownExcerpts(article).join('\n')).toBe('');
  });

  test('tells of every line that its step changes', () => {
    expect(untoldChanges(article).join('\n')).toBe('');
  });

  test('waives nothing in vain', () => {
    expect(idleWaivers(article).join('\n')).toBe('');
  });

  test('quotes TypeScript as it stands', () => {
    expect(strayTypeScript(article).join('\n')).toBe('');
  });

  test('has the length and the parts of an article', () => {
    expect(illFormed(article).join('\n')).toBe('');
  });

  test('never says how easy it is', () => {
    expect(patronising(article).join('\n')).toBe('');
  });
});
