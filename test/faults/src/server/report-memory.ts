/*
 * Loaded before a server, this makes it collect its garbage at the signal SIGUSR2 and print how many
 * bytes are left in use, as `memory 1234567`.
 */
process.on('SIGUSR2', async () => {
  // What a first collection makes unreachable, such as the bytes behind a buffer, a second one frees.
  await globalThis.gc?.({ execution: 'async' });
  await globalThis.gc?.({ execution: 'async' });
  const { heapUsed, external } = process.memoryUsage();
  console.log(`memory ${heapUsed + external}`);
});
