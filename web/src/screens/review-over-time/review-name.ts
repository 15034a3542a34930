import { formatPeriod } from '../../i18n/format.ts'
import type { Locale } from '../../i18n/locale.ts'

/** A review is called by its quarter; a report without one by its day or month. */
export function reviewName(
  locale: Locale,
  { period, at }: { readonly period: string | null; readonly at: string },
): string {
  return period ? formatPeriod(locale, period) : at
}
