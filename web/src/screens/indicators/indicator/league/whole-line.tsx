import type { LeagueTable } from '../../../../api/indicators.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { numberScale, placesOf, withUnit } from '../../parts/number-scale.ts'
import { useIndicatorWords } from '../../parts/use-indicator-words.ts'
import { leagueScale } from './league-scale.ts'

/** The cohort as a whole, as the indicator declares; said to be unknown as soon as a member's value is missing. */
export function WholeLine({ table }: { table: LeagueTable }) {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  const { whole, cohort, indicator, ratio, unitOfMeasure } = table
  if (!whole || table.rows.length === 0) return null
  const name = t(`indicator.whole.${whole.how}`, { cohort: words.named(cohort) })
  if (whole.value === null)
    return (
      <p className="league-whole soft">{t('indicator.whole-unknown', { name, missing: whole.missing })}</p>
    )
  // A sum is larger than its parts; a mean or a quotient is read beside the values above it.
  const value =
    whole.how === 'sum'
      ? numberScale([whole.value], unitOfMeasure, { decimals: indicator.decimals, locale })
      : leagueScale(table, locale)
  const side = (of: 'numerator' | 'denominator') =>
    withUnit(
      numberScale([whole[of]], ratio?.[of].unitOfMeasure ?? '', { decimals: placesOf([whole[of]]), locale }),
      whole[of],
      locale,
    )
  return (
    <p className="league-whole">
      {name} <strong className="figure">{withUnit(value, whole.value, locale)}</strong>{' '}
      <span className="soft">
        {whole.numerator !== null &&
          whole.denominator !== null &&
          `${t('indicator.divided', { numerator: side('numerator'), denominator: side('denominator') })} `}
        {t('indicator.whole-of', { of: whole.of })}
      </span>
    </p>
  )
}
