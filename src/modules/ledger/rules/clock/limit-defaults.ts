import { z } from 'zod'
import { Limit } from './limit.ts'
import defaults from './limit-defaults.json' with { type: 'json' }

/** A named limit that applies when a document names none, and who set it; `url` null where it is our own choice. */
export const LimitDefault = z.object({
  name: z.object({ zh: z.string(), en: z.string() }),
  limit: Limit,
  source: z.object({ title: z.string(), url: z.url().nullable() }),
  note: z.string(),
})
export type LimitDefault = z.infer<typeof LimitDefault>

export type LimitDefaultKey = keyof typeof defaults

/**
 * Limits by kind of matter (DOMAIN.md 1.2, 1.1 for 13710, 1.7 for signing). The cutoff of 17:30 stands with limits
 * in working days only, so that a limit in natural days never asks for a calendar.
 */
export const limitDefaults: Readonly<Record<LimitDefaultKey, LimitDefault>> = z
  .record(z.string(), LimitDefault)
  .parse(defaults) as Record<LimitDefaultKey, LimitDefault>
