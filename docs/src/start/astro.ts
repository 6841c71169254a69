// Astro's own commands, such as `build`, without its telemetry, on every operating system.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
await import(new URL('bin/astro.mjs', import.meta.resolve('astro/package.json')).href);
