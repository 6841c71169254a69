/** What a key does while one watches. */
export type Keys = { [key: string]: () => void };

const CTRL_C = '\u0003';

/** Listens to single keys, if there is a keyboard; returns how to stop. Ctrl-C is a signal as ever. */
export function listenToKeys(keys: Keys): () => void {
  const { stdin } = process;
  if (!stdin.isTTY) return () => {};
  const press = (pressed: Buffer) => {
    for (const key of pressed.toString().toLowerCase()) {
      if (key === CTRL_C) process.kill(process.pid, 'SIGINT');
      else keys[key]?.();
    }
  };
  stdin.setRawMode(true);
  stdin.on('data', press);
  stdin.resume();
  return () => {
    stdin.setRawMode(false);
    stdin.off('data', press);
    stdin.pause();
  };
}
