import type { LeagueRow, LeagueTable } from '../../../../api/indicators.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { numberScale, placesOf, withUnit } from '../../parts/number-scale.ts'
import { useIndicatorWords } from '../../parts/use-indicator-words.ts'

type Side = NonNullable<LeagueTable['ratio']>['numerator']

interface RatioWords {
  /** What is divided by what, of one unit; undefined where a value is no ratio. */
  of(row: LeagueRow): string | undefined
  /** What the two sides are, for a note under the table. */
  readonly note: string | undefined
}

/** Numerator and denominator of a league table in words, each side on one scale. */
export function useRatioWords(table: LeagueTable): RatioWords {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  const { ratio, rows } = table
  const scaleOf = (side: 'numerator' | 'denominator') => {
    const values = rows.map((row) => row[side])
    return numberScale(values, ratio?.[side].unitOfMeasure ?? '', { decimals: placesOf(values), locale })
  }
  const scales = { numerator: scaleOf('numerator'), denominator: scaleOf('denominator') }
  const show = (row: LeagueRow, side: 'numerator' | 'denominator') =>
    withUnit(scales[side], row[side], locale)
  const sideName = (side: Side) =>
    [
      side.name ? words.named({ name: side.name, nameEn: side.nameEn ?? '' }) : '',
      side.periods.map(words.period).join(t('app.list-separator')),
    ]
      .filter(Boolean)
      .join(' ')
  return {
    of: (row) =>
      row.numerator === null && row.denominator === null
        ? undefined
        : t('indicator.divided', {
            numerator: show(row, 'numerator'),
            denominator: show(row, 'denominator'),
          }),
    note:
      ratio === null
        ? undefined
        : t('indicator.ratio-of', {
            numerator: sideName(ratio.numerator),
            denominator: sideName(ratio.denominator),
          }),
  }
}
