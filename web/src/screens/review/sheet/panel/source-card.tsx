import { Link } from '@tanstack/react-router'
import type { Source } from '../../../../api/review-model.ts'
import { formatNumber, formatPeriod } from '../../../../i18n/format.ts'
import { useWords } from '../../../../i18n/use-words.ts'

/** One source: what it is, what it said when the line was drafted, and the screen that opens it. */
export function SourceCard({ source: { kind, href, label } }: { source: Source }) {
  const { t, locale } = useWords()
  const number = (text: string | undefined) => text && formatNumber(locale, text)
  const value = label.value && `${number(label.value)}${label.unit ?? ''}`
  const rank =
    label.rank !== undefined && label.of !== undefined
      ? t('cycle.rank-of', { rank: label.rank, of: label.of })
      : undefined
  const facts = [
    ['value', value],
    ['rank', rank],
    ['numerator', number(label.numerator)],
    ['denominator', number(label.denominator)],
    ['period', label.period && formatPeriod(locale, label.period)],
    ['vintage', label.vintage !== undefined ? t('cycle.vintage', { vintage: label.vintage }) : undefined],
    ['as-of', label.asOf],
    ['source', label.source],
  ] as const
  return (
    <div className="source-card">
      <p>
        <span className="soft">{t(`cycle.source-kind.${kind}`)}</span>{' '}
        <Link to={href}>{label.title ?? label.key ?? t('cycle.open-source')}</Link>
        {label.title && label.key && <span className="soft figure"> {label.key}</span>}
      </p>
      <dl>
        {facts.map(
          ([name, fact]) =>
            fact && (
              <div key={name}>
                <dt>{t(`cycle.fact.${name}`)}</dt>
                <dd className="figure">{fact}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  )
}
