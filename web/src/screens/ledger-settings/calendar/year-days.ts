import type { LocalDay, WorkingYear } from '../../../api/ledger-settings.ts'

export type DayKind = 'work' | 'weekend' | 'holiday' | 'make-up' | 'local-off' | 'local-work'

export interface YearDay {
  readonly day: string
  readonly date: number
  readonly kind: DayKind
  /** The holiday's name, or why the city treats the day otherwise. */
  readonly note: string
}

export interface YearMonth {
  readonly month: number
  /** Weeks of seven days from Monday; null outside the month. */
  readonly weeks: readonly (readonly (YearDay | null)[])[]
}

/** The twelve months of a year: weekends, national days, and the local days above them. */
export function yearMonths(
  year: Pick<WorkingYear, 'year' | 'holidays' | 'makeUpDays'>,
  localDays: readonly LocalDay[],
): YearMonth[] {
  const holidays = new Map(year.holidays.flatMap(({ name, days }) => days.map((day) => [day, name] as const)))
  const makeUp = new Set(year.makeUpDays)
  const local = new Map(localDays.map((each) => [each.day, each]))
  return Array.from({ length: 12 }, (_, at) => {
    const first = new Date(Date.UTC(year.year, at, 1))
    const days: (YearDay | null)[] = Array.from({ length: (first.getUTCDay() + 6) % 7 }, () => null)
    for (let date = 1; ; date++) {
      const instant = new Date(Date.UTC(year.year, at, date))
      if (instant.getUTCMonth() !== at) break
      days.push(dayOf(instant))
    }
    while (days.length % 7 > 0) days.push(null)
    const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
    return { month: at + 1, weeks }
  })

  function dayOf(instant: Date): YearDay {
    const day = instant.toISOString().slice(0, 10)
    const date = instant.getUTCDate()
    const own = local.get(day)
    if (own) return { day, date, kind: own.isWorkingDay ? 'local-work' : 'local-off', note: own.reason }
    const holiday = holidays.get(day)
    if (holiday !== undefined) return { day, date, kind: 'holiday', note: holiday }
    if (makeUp.has(day)) return { day, date, kind: 'make-up', note: '' }
    const isWeekend = instant.getUTCDay() % 6 === 0
    return { day, date, kind: isWeekend ? 'weekend' : 'work', note: '' }
  }
}
