import type { Locale } from '../../kernel/context.ts'
import { displayMeasured } from './rules/measure/display-measured.ts'
import { parseMeasure } from './rules/measure/parse-measure.ts'

/** A value as people read it, 43亿元 for 4300000000 元, to four decimals; what is no number stays as it stands. */
export function readableValue(value: string, unitOfMeasure: string | null, locale: Locale): string {
  const measure = parseMeasure(unitOfMeasure ?? '')
  if (!measure || !/^-?\d+(\.\d+)?$/.test(value)) return `${value}${unitOfMeasure ?? ''}`
  const shown = displayMeasured(value, measure, { locale, decimals: 4 })
  return `${shown.value}${locale === 'en' && shown.unit.length > 1 ? ' ' : ''}${shown.unit}`
}
