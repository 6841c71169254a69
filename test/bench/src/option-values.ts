import { InvalidArgumentError } from 'commander';

/*
 * The values of options, read strictly: each throws an InvalidArgumentError that says what was expected
 * and what came.
 */

/** From 1, and below ten million. */
export function wholeNumber(text: string): number {
  return expectValue(/^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined, 'a whole number from 1', text);
}

/** From a hundredth: with less, redis-benchmark would be done within the millisecond it counts in. */
export function factor(text: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  return expectValue(value >= 0.01 && value <= 10 ? value : undefined, 'a number from 0.01 to 10', text);
}

/** In capitals or not. */
export function oneOf<Choice extends string>(choices: readonly Choice[]): (text: string) => Choice {
  return (text) => {
    const chosen = choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
    return expectValue(chosen, `some of ${choices.join(',').toLowerCase()}`, text);
  };
}

/** Values with commas between them, each once. */
export function listOf<Value>(read: (text: string) => Value): (text: string) => Value[] {
  return (text) => [...new Set(text.split(',').map((each) => read(each.trim())))];
}

/** For an option that may be given again and again. */
export function another(text: string, before: string[]): string[] {
  if (text.trim() === '') throw new InvalidArgumentError('Expected a command line, got nothing');
  return [...before, text];
}

function expectValue<Value>(value: Value | undefined, expected: string, got: string): Value {
  if (value !== undefined) return value;
  throw new InvalidArgumentError(`Expected ${expected}, got '${got}'`);
}
