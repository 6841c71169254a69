import { styleText } from 'node:util';

/** Text in colours on a terminal that has them, unless NO_COLOR is set; elsewhere the text alone. */
export const paint = {
  good: (text: string) => styleText('green', text),
  bad: (text: string) => styleText('red', text),
  strong: (text: string) => styleText('bold', text),
  faint: (text: string) => styleText('dim', text),
};
