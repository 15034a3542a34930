import type { CompositeRow, CompositeTable } from '../../../api/leagues.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { rounded } from '../parts/rounded.ts'
import { shortNumber } from '../parts/short-number.ts'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'

interface PartPointsProps {
  part: CompositeRow['parts'][number]
  component: CompositeTable['definition']['scheme']['components'][number]
  /** Decimals that scores are printed with. */
  places: number
}

/** The points of a component, and under them the numbers that they come from. */
export function PartPoints({ part, component: { score }, places }: PartPointsProps) {
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
        {from}
      </span>
      {uncapped !== null && (
        <span className="under">{t('composite.uncapped', { points: rounded(uncapped, places) })}</span>
      )}
    </>
  )
}
