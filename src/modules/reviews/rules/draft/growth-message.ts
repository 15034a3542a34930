import { compareFractions, fractionOf } from '../../../indicators/index.ts'
import type { Message } from '../../schema.ts'
import type { StandingFact } from './facts.ts'

/** Units of measure of which differences are percentage points. */
const POINTS = new Set(['%', '\u767e\u5206\u70b9'])

const ZERO = fractionOf('0')

/** The change on the same period last year: a rate, or points where the value is a percentage. Nothing without a base. */
export function growthMessage({ unit, growth, change }: StandingFact): Message[] {
  const isPoints = POINTS.has(unit)
  const rate = isPoints ? change : growth
  if (rate === null) return []
  const sign = compareFractions(fractionOf(rate), ZERO)
  const code = sign === 0 ? 'level' : `${isPoints ? 'points' : 'growth'}-${sign > 0 ? 'up' : 'down'}`
  return [{ code, params: sign === 0 ? {} : { rate: { rate } } }]
}

/** Whether the change on the same period last year is a good one. */
export function isGoodGrowth({ direction, unit, growth, change }: StandingFact): boolean {
  const rate = POINTS.has(unit) ? change : growth
  if (rate === null || direction === 'near') return false
  const sign = compareFractions(fractionOf(rate), ZERO)
  return direction === 'lower' ? sign < 0 : sign > 0
}
