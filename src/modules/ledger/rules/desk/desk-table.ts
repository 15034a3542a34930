import { z } from 'zod'
import rules from './desk-rules.json' with { type: 'json' }
import { DeskRule } from './desk-rules.ts'

const Text = z.object({ zh: z.string(), en: z.string() })

/** Why an item waits, in words; the gravest rule comes first. What it lets through is a filter: `waits=<rule>`. */
export const DeskRuleWords = z.object({
  rule: DeskRule,
  for: z.enum(['office', 'unit']),
  name: Text,
  /** `{days}`: how near "soon" is. */
  explains: Text,
  /** Where the rule comes from; null: our own choice. */
  source: z.object({ title: z.string(), url: z.url() }).nullable(),
  /** Which of the items to look at first. */
  sort: z.enum(['dueOn', 'createdAt']),
})
export type DeskRuleWords = z.infer<typeof DeskRuleWords>

export const DESK_RULES: readonly DeskRuleWords[] = z.array(DeskRuleWords).parse(rules)
