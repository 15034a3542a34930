import { type Light, SEVERITY } from './light.ts'
import type { LightRuleSet } from './rule-set.ts'

/** The word beside a light: that of the rule which gave it, or of the first rule for that light when it is not known. */
export function lightWord(
  rules: LightRuleSet,
  { light, rule = null }: { readonly light: Light; readonly rule?: number | null },
): { zh: string; en: string } {
  const given = rule === null ? rules.rules.find((each) => each.light === light) : rules.rules[rule]
  if (given) return given.word
  const isOfRule = SEVERITY.some((each) => each === light)
  return rules.words[isOfRule ? 'green' : (light as keyof LightRuleSet['words'])]
}
