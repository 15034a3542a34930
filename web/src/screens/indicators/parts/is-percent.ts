import { parseMeasure } from '../../../../../src/modules/indicators/rules/measure/parse-measure.ts'

/** Per cent, and percentage points by their symbol in `rules/measure/units.json`. */
const SHARES = new Set(['%', '\u767e\u5206\u70b9'])

/** Whether values are percentages: these do not grow by per cent, they rise by percentage points. */
export function isPercent(measure: string): boolean {
  const terms = parseMeasure(measure)?.terms ?? []
  return terms.length === 1 && SHARES.has(terms[0]!.symbol)
}
