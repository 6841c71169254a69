import type { AstroIntegration } from 'astro';

/**
 * In place of a sitemap, which has to know the address of the site: ours may stand at any. Starlight
 * brings its own, unless there is one by this name.
 */
export function noSitemap(): AstroIntegration {
  return { name: '@astrojs/sitemap', hooks: {} };
}
