/** Node's `debuglog` where nobody has asked for it in NODE_DEBUG: it says nothing. */
export function debuglog(_section: string): (text: string, ...values: unknown[]) => void {
  return () => {};
}
