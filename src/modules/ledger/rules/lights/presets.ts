import { z } from 'zod'
import general from './presets/default.json' with { type: 'json' }
import sanming from './presets/sanming.json' with { type: 'json' }
import suqian from './presets/suqian.json' with { type: 'json' }
import xuancheng from './presets/xuancheng-2020.json' with { type: 'json' }
import yinchuan from './presets/yinchuan-2025.json' with { type: 'json' }
import { LightRuleSet } from './rule-set.ts'

const presets = z.array(LightRuleSet).parse([general, yinchuan, xuancheng, suqian, sanming])

/** The rule sets that ship with the product, the general one first, each with its source (DOMAIN.md 1.3). */
export function presetRuleSets(): readonly LightRuleSet[] {
  return presets
}
