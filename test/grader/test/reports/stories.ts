import { readdirSync, readFileSync } from 'node:fs';

/** What a wrong server made of the check that caught it, and what it looks like, if that is known. */
export type Story = {
  server: string;
  checkId: string;
  expected: string;
  received: string;
  transcript: string[];
  says: string | null;
};

const FOLDER = new URL('../../../conformance/broken/stories/', import.meta.url);

/** The stories of all wrong servers that conformance knows, as they were told. */
export function toldStories(): Story[] {
  return readdirSync(FOLDER)
    .sort()
    .map((file) => read(file.replace(/\.txt$/, ''), readFileSync(new URL(file, FOLDER), 'utf8')));
}

function read(server: string, text: string): Story {
  const after = (label: string) => new RegExp(`^${label}\\s+(.*)$`, 'm').exec(text)?.[1] ?? '';
  return {
    server,
    checkId: /^[^:]+/.exec(text)?.[0] ?? '',
    expected: after('expected'),
    received: after('received'),
    transcript: (text.split('on the wire\n')[1]?.split('\n\n')[0] ?? '')
      .split('\n')
      .map((line) => line.slice(2)),
    says: after('It looks as if:') || null,
  };
}
