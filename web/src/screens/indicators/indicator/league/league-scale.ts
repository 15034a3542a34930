import type { LeagueTable } from '../../../../api/indicators.ts'
import type { Locale } from '../../../../i18n/locale.ts'
import { type NumberScale, numberScale } from '../../parts/number-scale.ts'

/** Growth is printed to two places, a level to those of its definition. */
const GROWTH_PLACES = 2

/** One scale for all numbers of a table. */
export function leagueScale(
  { rows, apart, measure, unitOfMeasure, indicator }: LeagueTable,
  locale: Locale,
): NumberScale {
  const values = [...rows, ...apart].map(({ value }) => value)
  const decimals = measure === 'growth' ? GROWTH_PLACES : indicator.decimals
  return numberScale(values, unitOfMeasure, { decimals, locale })
}
