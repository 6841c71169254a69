/** A value as JSON of two-space indentation in ASCII, so that every byte of a string can be read. */
export function toAsciiJson(value: unknown): string {
  const codeOf = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value, null, 2).replace(/[\x7f-\uffff]/g, codeOf);
}
