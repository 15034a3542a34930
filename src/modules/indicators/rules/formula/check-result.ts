import { isShare } from '../measure/convert-measure.ts'
import { parseMeasure } from '../measure/parse-measure.ts'
import type { FormulaIndicator } from './catalogue.ts'
import { convertedTo, isRate, nameOf } from './convert-part.ts'
import type { Plan } from './plan.ts'
import type { Place } from './syntax.ts'
import { type Check, type Typed, wrong } from './typed.ts'

/** The result in the unit of measure and frequency that the indicator declares. */
export function requireResult(
  check: Check,
  place: Place,
  { part, indicator }: { part: Typed; indicator: Pick<FormulaIndicator, 'measure' | 'frequency'> },
): Typed | undefined {
  const measure = parseMeasure(indicator.measure)
  if (!measure) return wrong(check, place, 'indicators.formula-unknown-unit', { unit: indicator.measure })
  if (part.frequency !== null && part.frequency !== indicator.frequency) {
    const details = { computed: part.frequency, declared: indicator.frequency }
    return wrong(check, place, 'indicators.formula-result-frequency', details)
  }
  // a ÷ b × 100 is meant as a percentage, which the conversion to % makes a second time.
  if (isRate(measure) && !isRate(part.measure) && isShare(part.measure) && endsTimesHundred(part.plan))
    return wrong(check, place, 'indicators.formula-times-hundred', { unit: nameOf(measure) })
  return (
    convertedTo(part, measure) ??
    wrong(check, place, 'indicators.formula-result-unit', {
      computed: nameOf(part.measure),
      declared: nameOf(measure),
    })
  )
}

function endsTimesHundred(plan: Plan): boolean {
  if (plan.op === 'round') return endsTimesHundred(plan.of)
  if (plan.op !== 'multiply') return false
  return [plan.left, plan.right].some(
    (side) => side.op === 'constant' && (side.digits === 100n || side.digits === 1000n) && side.scale === 0,
  )
}
