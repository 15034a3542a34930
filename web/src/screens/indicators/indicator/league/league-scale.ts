import type { LeagueTable } from '../../../../api/indicators.ts'
import type { Locale } from '../../../../i18n/locale.ts'
import { type NumberScale, numberScale } from '../../parts/number-scale.ts'

/** Percentages are printed to two places, a level to those of its definition. */
const PERCENT_PLACES = 2

/** One scale for all numbers of a table. */
export function leagueScale(
  { rows, apart, measure, unitOfMeasure, indicator }: LeagueTable,
  locale: Locale,
): NumberScale {
  const values = [...rows, ...apart].map(({ value }) => value)
  const decimals = measure === 'level' ? indicator.decimals : PERCENT_PLACES
  return numberScale(values, unitOfMeasure, { decimals, locale })
}
