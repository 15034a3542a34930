import type { Day } from '../../../../kernel/day.ts'
import type { Reminder } from './reminder.ts'

/** Open items entered on one day that nobody was made responsible for, or that have no deadline. */
export interface UnownedOfDay {
  readonly createdOn: Day
  readonly withoutLead: number
  readonly withoutDeadline: number
}

/**
 * What the office is told of them: one message for what a day brought in, from the next day on (the day itself is for
 * sorting it out), and each month one for all that is older. Thirty items of one report are one message, not thirty.
 */
export function planUnowned(days: readonly UnownedOfDay[], today: Day): Reminder[] {
  const month = today.slice(0, 7)
  const sorted = days
    .filter(({ createdOn }) => createdOn < today)
    .toSorted((a, b) => (a.createdOn < b.createdOn ? -1 : 1))
  const fresh = sorted.filter(({ createdOn }) => createdOn.startsWith(month))
  const older = sorted.filter(({ createdOn }) => !createdOn.startsWith(month))
  return [
    ...fresh.flatMap((day) => told([day], day.createdOn)),
    ...(older.length > 0 ? told(older, `before-${month}`) : []),
  ]
}

function told(days: readonly UnownedOfDay[], cause: string): Reminder[] {
  const about = (kind: string, countOf: (day: UnownedOfDay) => number): Reminder[] => {
    const concerned = days.filter((day) => countOf(day) > 0)
    const since = concerned[0]?.createdOn
    if (since === undefined) return []
    const count = concerned.reduce((sum, day) => sum + countOf(day), 0)
    return [
      {
        kind: `ledger.${kind}`,
        level: 'warning',
        cause: `${kind}:${cause}`,
        to: ['office'],
        unitIds: [],
        params: { count, since },
      },
    ]
  }
  return [
    ...about('nobody-responsible', ({ withoutLead }) => withoutLead),
    ...about('no-deadline', ({ withoutDeadline }) => withoutDeadline),
  ]
}
