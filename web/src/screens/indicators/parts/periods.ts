import { formatTimePeriod } from '../../../../../src/modules/indicators/rules/period/format-time-period.ts'
import { readPeriod } from '../../../../../src/modules/indicators/rules/period/period-text.ts'
import { lastDay } from '../../../../../src/modules/indicators/rules/period/span.ts'
import type { PeriodKind } from '../../../../../src/modules/indicators/rules/period/time-period.ts'
import type { Locale } from '../../../i18n/locale.ts'

/** A period as people read it, `Jan–Nov 2024`; a text that is none stays as it is. */
export function periodWords(locale: Locale, text: string): string {
  const period = readPeriod(text)
  return period ? formatTimePeriod(period, locale) : text
}

export function kindOfPeriod(text: string): PeriodKind | undefined {
  return readPeriod(text)?.kind
}

/** The last day of a period; undefined for a text that is none. */
export function lastDayOf(text: string): string | undefined {
  const period = readPeriod(text)
  return period && lastDay(period)
}

/** Those that stand in one row with a period: months with months; windows from January begin with the month of January. */
export function periodsLike(periods: readonly string[], period: string): string[] {
  const kind = kindOfPeriod(period)
  const isWindow = kind === 'cumulative'
  return periods.filter((each) => {
    const own = kindOfPeriod(each)
    return own === kind || (isWindow && isOfWindows(each, own))
  })
}

/** January alone, and the whole year, are windows, too. */
function isOfWindows(text: string, kind: PeriodKind | undefined): boolean {
  return (kind === 'month' && text.endsWith('-01')) || kind === 'year'
}
