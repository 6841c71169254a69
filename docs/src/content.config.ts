import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';

/** A changed part of a step that its article does not show, and why not. */
const waiver = z.object({ file: z.string(), of: z.string(), because: z.string() });

const lesson = z.object({
  /** The number of the step that the article is about, such as `05`. */
  step: z.string().optional(),
  waives: z.array(waiver).default([]),
});

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: lesson }) }),
};
