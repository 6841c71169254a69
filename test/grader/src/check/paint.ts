import { styleText } from 'node:util';

/** In colour where the terminal has any and NO_COLOR is not set; as it is elsewhere. */
export const paint = {
  good: (text: string) => styleText('green', text),
  bad: (text: string) => styleText('red', text),
  strong: (text: string) => styleText('bold', text),
  faint: (text: string) => styleText('dim', text),
};
