import { z } from 'zod'
import { BandSet } from './band-set.ts'
import jinzhai from './presets/jinzhai-2025.json' with { type: 'json' }
import tongliang from './presets/tongliang-2024.json' with { type: 'json' }
import xinhuang from './presets/xinhuang-2015.json' with { type: 'json' }
import yinchuan from './presets/yinchuan-2025.json' with { type: 'json' }

const presets = z.array(BandSet).parse([yinchuan, tongliang, jinzhai, xinhuang])

/** The bands that ship with the product, the general ones first, each with its source (DOMAIN.md 1.3). */
export function presetBandSets(): readonly BandSet[] {
  return presets
}
