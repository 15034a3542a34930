import type { Day } from '../../../../kernel/day.ts'
import { yearOf } from '../../../../kernel/day-number.ts'

/** What is wrong with the local days of a year: a code of the catalogue and what its sentence names. */
export interface LocalDayFault {
  readonly code: 'ledger.local-day-twice' | 'ledger.local-day-other-year'
  readonly details: Readonly<Record<string, string | number>>
}

/** Empty when each day is of the year and named once. */
export function localDayFaults(year: number, days: readonly { readonly day: Day }[]): LocalDayFault[] {
  const seen = new Set<Day>()
  const faults: LocalDayFault[] = []
  for (const { day } of days) {
    if (yearOf(day) !== year) faults.push({ code: 'ledger.local-day-other-year', details: { day, year } })
    if (seen.has(day)) faults.push({ code: 'ledger.local-day-twice', details: { day } })
    seen.add(day)
  }
  return faults
}
