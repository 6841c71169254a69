/** What the reader gives: a command, or the bytes of either side. */
export type Given = 'command' | 'request' | 'reply';

/** What is asked about: a text, and what it is. */
export type Question = { given: Given; text: string };

const GIVEN: Given[] = ['command', 'request', 'reply'];

/** The part of an address that says what is asked about, so that it can be shared. */
export function toHash({ given, text }: Question): string {
  return `#${given}=${encodeURIComponent(text)}`;
}

/** What such a part of an address asks about, if it does. */
export function fromHash(hash: string): Question | undefined {
  const [, name, text = ''] = /^#(\w+)=(.*)$/s.exec(hash) ?? [];
  const given = GIVEN.find((each) => each === name);
  return given && { given, text: decode(text) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
