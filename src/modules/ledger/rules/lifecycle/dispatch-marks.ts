import type { Day } from '../../../../kernel/day.ts'
import type { WorkingCalendar } from '../../../../kernel/working-calendar.ts'
import type { Item } from '../../schema.ts'
import { dueDay, type Receipt } from '../clock/due-day.ts'
import type { LedgerSettings } from '../settings/settings.ts'

interface DispatchFacts {
  readonly settings: LedgerSettings
  readonly calendar: WorkingCalendar
  readonly now: Receipt
}

export type DispatchMarks =
  | {
      readonly kind: 'marked'
      readonly change: {
        readonly dispatchedOn: Day
        readonly signBy: Day
        readonly dueOn: Day
        readonly firstDueOn: Day
        readonly declinedReason: null
      }
    }
  | { readonly kind: 'refused'; readonly reason: 'nobody-responsible' | 'deadline-missing' }

type Dispatched = Pick<Item, 'leadUnitId' | 'dueOn' | 'firstDueOn' | 'timeLimit'>

/**
 * What dispatch sets: the day, the limit to sign, and the deadline where only a time limit was given. Somebody must be
 * responsible, and by a day: an item without either cannot be followed.
 * @throws invalid `kernel.calendar-year-missing`
 */
export function dispatchMarks(item: Dispatched, { settings, calendar, now }: DispatchFacts): DispatchMarks {
  if (item.leadUnitId === null) return { kind: 'refused', reason: 'nobody-responsible' }
  const dueOn = item.dueOn ?? (item.timeLimit && dueDay(item.timeLimit, now, calendar))
  if (dueOn === null) return { kind: 'refused', reason: 'deadline-missing' }
  return {
    kind: 'marked',
    change: {
      dispatchedOn: now.day,
      signBy: dueDay(settings.signLimit, now, calendar),
      dueOn,
      firstDueOn: item.firstDueOn ?? dueOn,
      declinedReason: null,
    },
  }
}
