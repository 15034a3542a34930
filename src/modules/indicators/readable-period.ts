import type { Locale } from '../../kernel/context.ts'
import { formatTimePeriod } from './rules/period/format-time-period.ts'
import { readPeriod } from './rules/period/period-text.ts'

/** A period as people read it, 2024年一季度 for `2024Q1`; what is no period stays as it stands. */
export function readablePeriod(text: string, locale: Locale): string {
  const period = readPeriod(text)
  return period ? formatTimePeriod(period, locale) : text
}
