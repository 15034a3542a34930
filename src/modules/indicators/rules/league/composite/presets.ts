import { z } from 'zod'
import linear from './presets/linear.json' with { type: 'json' }
import rankBonus from './presets/rank-bonus.json' with { type: 'json' }
import yuzhou from './presets/yuzhou-2018.json' with { type: 'json' }
import { CompositeScheme } from './scheme.ts'

const presets = z.array(CompositeScheme).parse([linear, yuzhou, rankBonus])

/** The composite schemes that ship with the product, each with its source (DOMAIN.md 1.4). */
export function presetSchemes(): readonly CompositeScheme[] {
  return presets
}
