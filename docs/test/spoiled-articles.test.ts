import { describe, expect, test } from 'vitest';
import { takeApart } from './articles/article.ts';
import { idleWaivers, unknownExcerpts, untoldChanges } from './articles/lockstep.ts';
import { illFormed, patronising } from './articles/prose.ts';
import { strayTypeScript } from './articles/typescript.ts';

/** A lesson on step 03, which changes a comment and deletes a \`return\`, both in \`replies\`. */
const lesson = (body: string, waives = '[]') =>
  takeApart('steps/03-spoiled.mdx', `---\ntitle: Spoiled\nstep: '03'\nwaives: ${waives}\n---\n\n${body}\n`);

const WHOLE = '<Excerpt file="server.ts" of="replies" deleted />';
const WAIVER = '[{ file: server.ts, of: replies, because: It speaks for itself }]';
const FORM = '<Question ask="Why?" />\n\n<Mistake id="guesses" />\n\n<Playground />\n\n<Difference />';

test('what is well is not complained of', () => {
  const article = lesson(
    `${FORM}\n\n${WHOLE}\n\n\`\`\`ts\nyield '+PONG\\r\\n';\n\`\`\`\n\n${'word '.repeat(1000)}`,
  );
  const checks = [unknownExcerpts, untoldChanges, idleWaivers, illFormed, patronising, strayTypeScript];
  expect(checks.flatMap((check) => check(article))).toEqual([]);
});

describe('an excerpt', () => {
  test.for([
    {
      of: 'of="repliez"',
      says: "expected one part called 'repliez' or that begins so, found 0; there are imports",
    },
    { of: 'of=""', says: 'found 8' },
    { of: 'of="port" deleted', says: "expected deleted lines in 'port'" },
    { of: 'of="replies" lines="yield … nowhere"', says: "expected a line that contains 'nowhere'" },
    { of: 'of="replies" step="99"', says: "got '99'" },
  ])('that asks for $of', ({ of, says }) => {
    const complaints = unknownExcerpts(lesson(`Text.\n\n<Excerpt file="server.ts" ${of} />`));
    expect(complaints).toEqual([expect.stringContaining(says)]);
    expect(complaints[0]).toMatch(/^steps\/03-spoiled\.mdx:9: /);
  });

  test('of a file that is not there', () => {
    const complaints = unknownExcerpts(lesson('<Excerpt file="sever.ts" of="replies" />'));
    expect(complaints).toEqual([expect.stringContaining("got 'sever.ts'")]);
  });
});

describe('a changed line', () => {
  const added = expect.stringContaining('server.ts, line 23: +/** A reply to each thing the client says');
  const comment = expect.stringContaining('line 23 of the step before: −/** One reply');
  const deleted = expect.stringContaining('line 28 of the step before: −    return;');

  test.for([
    { shown: '', untold: [comment, added, deleted] },
    { shown: '<Excerpt file="server.ts" of="replies" />', untold: [comment, deleted] },
    { shown: '<Excerpt file="server.ts" of="replies" lines="yield" deleted />', untold: [comment, added] },
    { shown: '<Excerpt file="server.ts" of="replies" step="04" />', untold: [comment, added, deleted] },
    { shown: WHOLE, untold: [] },
  ])('is missed by $shown', ({ shown, untold }) => {
    expect(untoldChanges(lesson(shown))).toEqual(untold);
  });

  test('may be waived', () => {
    expect(untoldChanges(lesson('', WAIVER))).toEqual([]);
    expect(idleWaivers(lesson('', WAIVER))).toEqual([]);
  });
});

describe('a waiver', () => {
  test('of what is shown is idle', () => {
    expect(idleWaivers(lesson(WHOLE, WAIVER))).toEqual([
      expect.stringContaining("'replies' in server.ts is idle"),
    ]);
  });

  test('of what has not changed is idle', () => {
    const waives = '[{ file: server.ts, of: lose, because: It is old }]';
    expect(idleWaivers(lesson('', waives))).toEqual([expect.stringContaining("'lose' in server.ts is idle")]);
  });

  test('needs a reason', () => {
    const waives = "[{ file: server.ts, of: replies, because: ' ' }]";
    expect(idleWaivers(lesson('', waives))).toEqual([expect.stringContaining('says no reason')]);
  });
});

describe('TypeScript', () => {
  const block = (meta: string, code: string) => lesson(`\`\`\`ts${meta}\n${code}\n\`\`\``);

  test('must stand in the step', () => {
    expect(strayTypeScript(block('', "yield '+PANG';"))).toEqual([expect.stringContaining('in step 03')]);
  });

  test('must not stand there if it is wrong', () => {
    const complaints = strayTypeScript(block(' wrong', "yield '+PONG\\r\\n';"));
    expect(complaints).toEqual([expect.stringContaining('stands in server.ts')]);
  });

  test('may be wrong', () => {
    expect(strayTypeScript(block(' wrong', "yield '+PANG';"))).toEqual([]);
  });
});

describe('a lesson', () => {
  test.for(['Question', 'Mistake', 'Playground', 'Difference'])('without a %s', (name) => {
    const article = lesson(`${FORM.replace(`<${name}`, '<Other')}\n\n${'word '.repeat(1000)}`);
    expect(illFormed(article)).toEqual([expect.stringContaining(`expected a <${name}`)]);
  });

  test('that is too short or too long', () => {
    expect(illFormed(lesson(`${FORM}\n\nword`))).toEqual([expect.stringContaining('got 2')]);
    const code = `\n\n\`\`\`text\n${'code '.repeat(1000)}\n\`\`\``;
    expect(illFormed(lesson(FORM + code))).toEqual([expect.stringContaining('got 1')]);
    const long = `\n\n${'word '.repeat(1800)}`;
    expect(illFormed(lesson(FORM + long))).toEqual([expect.stringContaining('got 1801')]);
  });

  test.for(['This is simply a loop.', 'Just *wait*.', '<Question ask="Is it just a loop?" />'])(
    'that says %s',
    (text) => {
      expect(patronising(lesson(text))).toEqual([
        expect.stringMatching(/leave out the word '(simply|just)'/i),
      ]);
    },
  );

  test('may say adjust', () => {
    expect(patronising(lesson('Adjust it, `just` so.'))).toEqual([]);
  });
});
