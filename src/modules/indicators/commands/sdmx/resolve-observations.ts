import { type Definitions, definitionOn } from '../../definitions/defined.ts'
import type { MeasuredUnits } from '../../measured/measured-units.ts'
import { convertDecimal } from '../../rules/measure/convert-measure.ts'
import { parseMeasure } from '../../rules/measure/parse-measure.ts'
import { periodNumber } from '../../rules/period/period-number.ts'
import { fitsFrequency } from '../../rules/period/period-series.ts'
import { readPeriod } from '../../rules/period/period-text.ts'
import { lastDay } from '../../rules/period/span.ts'
import type { ReceivedObservation, SdmxProblem } from '../../rules/sdmx/read-outcome.ts'
import type { Row } from '../../rules/values/gather-rows.ts'
import { parseValue } from '../../rules/values/parse-value.ts'

export interface Resolved {
  readonly rows: readonly Row[]
  readonly problems: readonly SdmxProblem[]
  /** Where each value stands, by `valueKey`. */
  readonly places: ReadonlyMap<string, { readonly at: string; readonly value: string | null }>
}

export const valueKey = ({ indicator, period, unit }: Pick<Row, 'indicator' | 'period' | 'unit'>) =>
  `${indicator} ${period} ${unit}`

/**
 * What the codes of a message mean in this city, each value in the indicator's unit of measure; or why not, by its place.
 * `first` knows the values of what was read of the message before.
 */
export function resolveObservations(
  observations: readonly ReceivedObservation[],
  { definitions, units }: { definitions: Definitions; units: MeasuredUnits },
  first = new Map<string, { at: string; value: string | null }>(),
): Resolved {
  const rows: Row[] = []
  const problems: SdmxProblem[] = []
  for (const given of observations) {
    const { at } = given
    const found = resolve(given)
    if ('code' in found) {
      problems.push(found)
      continue
    }
    const key = valueKey(found)
    const before = first.get(key)
    if (!before) {
      first.set(key, { at, value: found.value })
      rows.push(found)
    } else if (before.value !== found.value)
      problems.push({
        code: 'indicators.sdmx-said-twice',
        at,
        details: { value: found.value ?? '', other: before.value ?? '', first: before.at },
      })
  }
  return { rows, problems, places: first }

  function resolve(given: ReceivedObservation): Row | SdmxProblem {
    const { at, comment } = given
    const problem = (code: string, details: SdmxProblem['details']): SdmxProblem => ({ code, at, details })
    const defined = definitions.byCode.get(given.indicator)
    if (!defined) return problem('indicators.sdmx-unknown-indicator', { indicator: given.indicator })
    const unit = units.byKey.get(given.unit)
    if (!unit) return problem('indicators.sdmx-unknown-area', { unit: given.unit })
    const period = readPeriod(given.period)
    if (!period) return problem('indicators.sdmx-no-period', { value: given.period })
    const { frequency, measure, formula } = definitionOn(defined, lastDay(period))
    if (formula !== null) return problem('indicators.sdmx-computed', { indicator: given.indicator })
    if (!fitsFrequency(period, frequency))
      return problem('indicators.sdmx-frequency', { indicator: given.indicator, period: given.period })
    const row = { indicator: defined.number, period: periodNumber(period), unit: unit.number }
    const note = comment === null ? {} : { note: comment }
    if (given.value === null) return { ...row, value: null, ...note }
    const converted = inMeasure(given.value, given.unitOfMeasure, measure)
    if (converted === undefined)
      return problem('indicators.sdmx-measure-differs', {
        indicator: given.indicator,
        measure: given.unitOfMeasure ?? '',
        expected: measure,
      })
    const parsed = parseValue(converted)
    if (parsed.kind === 'refused') return problem('indicators.sdmx-no-number', { value: converted })
    return { ...row, value: parsed.value, ...note }
  }
}

/** A value without its unit of measure is in the indicator's own. */
function inMeasure(value: string, from: string | null, to: string): string | undefined {
  if (from === null || from.trim() === to) return value
  const [source, target] = [parseMeasure(from), parseMeasure(to)]
  return source && target ? convertDecimal(value, source, target) : undefined
}
