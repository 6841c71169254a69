/** Listens, as a page of the open course does, until it is told to load itself anew. */
export async function nextReload(address: string): Promise<{ told: Promise<void>; close: () => void }> {
  const client = await (await fetch(new URL('/@vite/client', address))).text();
  const [, token = ''] = /wsToken = "([^"]*)"/.exec(client) ?? [];
  const url = new URL(`/?token=${token}`, address.replace('http', 'ws'));
  const socket = new WebSocket(url, 'vite-hmr');
  await new Promise((opened, failed) => {
    socket.onopen = opened;
    socket.onerror = failed;
  });
  const told = new Promise<void>((resolve) => {
    socket.onmessage = ({ data }) => {
      if (JSON.parse(String(data)).type === 'full-reload') resolve();
    };
  });
  return { told, close: () => socket.close() };
}
