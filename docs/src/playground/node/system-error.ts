/** What the system says when a call fails, in Node's words: `read ECONNRESET`. */
export class SystemError extends Error {
  readonly code: string;
  readonly syscall: string;

  constructor(syscall: string, code: string, where = '') {
    super(where === '' ? `${syscall} ${code}` : `${syscall} ${code}: ${where}`);
    this.code = code;
    this.syscall = syscall;
  }
}
