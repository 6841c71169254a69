/** What a server replies to bytes that are no request, before it closes the connection. */
export function protocolError(problem: string): string {
  return `ERR Protocol error: ${problem}`;
}
