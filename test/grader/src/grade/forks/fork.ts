/** What is graded, and under which name it is in the gradebook. */
export type Fork = { name: string; source: Source };

/** Where a fork is found: in a folder as it stands, or in a git repository. */
export type Source =
  | { kind: 'folder'; path: string }
  /** `ref` is a branch or a tag; null is what the repository shows first. */
  | { kind: 'repository'; url: string; ref: string | null; isLocal: boolean };
