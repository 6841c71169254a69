/** Something that a demonstration does, one thing after the other. */
export type Act =
  | { is: 'says'; words: string }
  /** Types into a terminal, and waits for what comes of it, unless nothing will for now. */
  | { is: 'types'; terminal: 1 | 2; text: string; mode: 'cli' | 'raw'; hangs: boolean }
  | { is: 'skips'; ms: number };

/** A few acts that show what a step does or does not. */
export type Demonstration = { step: string; button: string; acts: Act[] };

/** Says a sentence above the terminals. */
export function says(words: string): Act {
  return { is: 'says', words };
}

/** Types a command into a terminal. */
export function types(terminal: 1 | 2, text: string): Act {
  return { is: 'types', terminal, text, mode: 'cli', hangs: false };
}

/** Types a command that is not answered until something else happens. */
export function hangs(terminal: 1 | 2, text: string): Act {
  return { is: 'types', terminal, text, mode: 'cli', hangs: true };
}

/** Types bytes to send as they are, cut at each `|`. */
export function sends(terminal: 1 | 2, text: string): Act {
  return { is: 'types', terminal, text, mode: 'raw', hangs: false };
}

/** Lets time pass for the server. */
export function skips(ms: number): Act {
  return { is: 'skips', ms };
}
