/*
 * Loaded before a server, this is a machine so slow that no interval ever comes round.
 */
Object.assign(globalThis, { setInterval: () => setTimeout(() => {}, 0) });
