const INTEGER = /^(?:0|-?[1-9]\d{0,18})$/;
const LENGTH = /^(?:0|[1-9]\d{0,8})$/;
const MOST_DIGITS = 10_000;

/** What is wrong with a number that says how much follows, if it is. */
export function problemOfLength(text: string): string | undefined {
  return LENGTH.test(text) ? undefined : `expected a length, got '${text}'`;
}

/** What is wrong with what a line says after its type, if it is: a line that starts with `:` is an integer. */
export function problemOfLine(type: string, text: string): string | undefined {
  switch (type) {
    case ':':
      return isInt64(text.replace(/^\+(?=\d)/, '')) ? undefined : `expected a 64-bit integer, got '${text}'`;
    case '(':
      return problemOfBigNumber(text);
    case ',':
      return isDouble(text) ? undefined : `expected a double, got '${text}'`;
    case '#':
      return text === 't' || text === 'f' ? undefined : `expected 't' or 'f', got '${text}'`;
    default:
      return undefined;
  }
}

function problemOfBigNumber(text: string): string | undefined {
  if (text.length > MOST_DIGITS) {
    return `expected at most ${MOST_DIGITS} digits of a big number, got ${text.length}`;
  }
  return /^[+-]?\d+$/.test(text) ? undefined : `expected a big number, got '${text}'`;
}

function isInt64(text: string): boolean {
  return INTEGER.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

function isDouble(text: string): boolean {
  return (
    /^-?nan(\(.*\))?$/i.test(text) || /^[+-]?inf$/.test(text) || /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)
  );
}
