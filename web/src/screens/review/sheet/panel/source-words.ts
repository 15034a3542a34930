import type { Source } from '../../../../api/review-model.ts'
import { formatNumber, formatPeriod } from '../../../../i18n/format.ts'
import type { Words } from '../../../../i18n/use-words.ts'

/** A source in one breath, for paper: its name, value or rank, period and vintage. */
export function sourceWords({ label }: Source, { t, locale }: Pick<Words, 't' | 'locale'>): string {
  const { title, value, unit, rank, of, period, vintage, numerator, denominator, source } = label
  return [
    title,
    value !== undefined && `${formatNumber(locale, value)}${unit ?? ''}`,
    numerator !== undefined &&
      denominator !== undefined &&
      `${formatNumber(locale, numerator)}/${formatNumber(locale, denominator)}`,
    rank !== undefined && of !== undefined && t('cycle.rank-of', { rank, of }),
    period !== undefined && formatPeriod(locale, period),
    vintage !== undefined && t('cycle.vintage', { vintage }),
    source,
  ]
    .filter(Boolean)
    .join(t('cycle.fact-separator'))
}
