import type { Day } from '../../../kernel/day.ts'
import { type Defined, definitionOn } from '../definitions/defined.ts'
import type { Indicator, IndicatorDetail } from '../schema.ts'

/** An indicator as it is defined on a day. */
export function presentOn(defined: Defined, day: Day): Indicator {
  const { id, code, retiredOn } = defined
  return { ...definitionOn(defined, day), id, code, retiredOn }
}

export function presentIndicator(defined: Defined, day: Day): IndicatorDetail {
  return { ...presentOn(defined, day), versions: [...defined.versions] }
}
