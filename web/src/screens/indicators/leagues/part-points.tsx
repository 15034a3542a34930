import { Link } from '@tanstack/react-router'
import { partsOfPeriod } from '../../../../../src/modules/indicators/rules/period/parts-of-period.ts'
import { readPeriod, writePeriod } from '../../../../../src/modules/indicators/rules/period/period-text.ts'
import type { CompositeRow, CompositeTable } from '../../../api/leagues.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { rounded } from '../parts/rounded.ts'
import { shortNumber } from '../parts/short-number.ts'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'

type Source = CompositeTable['definition']['sources'][string]

interface PartPointsProps {
  part: CompositeRow['parts'][number]
  component: CompositeTable['definition']['scheme']['components'][number]
  source: Source | undefined
  /** Of the table. */
  period: string
  /** Decimals that scores are printed with. */
  places: number
}

/** The points of a component, and under them the numbers that they come from. */
export function PartPoints({ part, component: { score }, source, period, places }: PartPointsProps) {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  const { numerator, denominator, points, uncapped, isMissing, reason } = part
  const short = (decimal: string | null) => (decimal === null ? '—' : shortNumber(decimal, locale))
  if (isMissing)
    return (
      <>
        {rounded(points, places)}
        <span className="under">{reason === null ? t('composite.missing') : words.reason(reason)}</span>
      </>
    )
  const from =
    score.kind === 'rank-points'
      ? t('composite.place-of', { rank: numerator ?? '', of: denominator ?? '' })
      : score.kind === 'score'
        ? t('composite.score-of', { score: short(numerator) })
        : t('composite.quotient', { numerator: short(numerator), denominator: short(denominator) })
  return (
    <>
      <span title={points}>{rounded(points, places)}</span>
      <span className="under" title={`${numerator} ÷ ${denominator}`}>
        <PartLink source={source} period={period}>
          {from}
        </PartLink>
      </span>
      {uncapped !== null && (
        <span className="under">{t('composite.uncapped', { points: rounded(uncapped, places) })}</span>
      )}
    </>
  )
}

interface PartLinkProps {
  source: Source | undefined
  period: string
  children: string
}

/** To the table that a component's number stands in; a number entered by hand stands in no other. */
function PartLink({ source, period, children }: PartLinkProps) {
  if (source?.kind === 'indicator') {
    const at = partOf(period, source.month ?? null)
    const measure = source.measure === 'level' ? undefined : source.measure
    return (
      <Link
        to="/indicators/$code"
        params={{ code: source.indicator }}
        search={{ ...(at && { period: at }), ...(measure && { measure }) }}
      >
        {children}
      </Link>
    )
  }
  if (source?.kind === 'league')
    return (
      <Link
        to="/indicators/leagues/$key"
        params={{ key: source.league }}
        search={source.part == null ? { period } : {}}
      >
        {children}
      </Link>
    )
  return children
}

/** The period itself, or one of its months. */
function partOf(period: string, month: number | null): string | undefined {
  if (month === null) return period
  const whole = readPeriod(period)
  const part = whole && partsOfPeriod(whole, 'month')?.[month - 1]
  return part && writePeriod(part)
}
