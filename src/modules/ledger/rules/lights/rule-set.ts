import { z } from 'zod'
import { Condition } from './condition.ts'
import { SEVERITY } from './light.ts'

/** A text in both languages. */
const Text = z.object({ zh: z.string().trim().min(1).max(400), en: z.string().trim().min(1).max(400) })

export const LightRule = z.object({
  light: z.enum(SEVERITY),
  when: Condition,
  /** What stands beside the colour. */
  word: Text,
})
export type LightRule = z.infer<typeof LightRule>

/** How a ledger gives its lights, as data. The gravest light whose rule holds is shown; of equal ones, the first rule. */
export const LightRuleSet = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  name: Text,
  source: z.object({
    title: z.string().trim().min(1).max(200),
    url: z.url().nullable(),
    year: z.int().min(1990).max(2100).nullable(),
    /** What the source says, in our own words. */
    says: Text,
  }),
  /** What the source leaves open and how it is read here. */
  notes: z.array(Text).max(20),
  rules: z.array(LightRule).min(1).max(20),
  /** The words of the lights that no rule gives. */
  words: z.object({ none: Text, green: Text, paused: Text, done: Text, 'done-late': Text }),
})
export type LightRuleSet = z.infer<typeof LightRuleSet>
