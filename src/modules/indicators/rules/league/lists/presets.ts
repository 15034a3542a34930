import { z } from 'zod'
import { ListRules } from './list-rules.ts'
import mianyang from './presets/mianyang.json' with { type: 'json' }

const presets = z.array(ListRules).parse([mianyang])

/** The red and black lists that ship with the product, each with its source (DOMAIN.md 1.4). */
export function presetLists(): readonly ListRules[] {
  return presets
}
