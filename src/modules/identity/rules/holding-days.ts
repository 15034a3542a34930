import { addDays, type Day } from '../../../kernel/day.ts'

/** Days, both included; null without a beginning or an end. */
export interface Days {
  readonly fromOn: Day | null
  readonly untilOn: Day | null
}

/** The longest that roles stay in other hands: leave, not succession. */
export const LONGEST_DELEGATION_DAYS = 366

export const isOn = ({ fromOn, untilOn }: Days, day: Day): boolean =>
  (fromOn === null || fromOn <= day) && (untilOn === null || day <= untilOn)

export const overlap = (a: Days, b: Days): boolean =>
  (a.fromOn === null || b.untilOn === null || a.fromOn <= b.untilOn) &&
  (b.fromOn === null || a.untilOn === null || b.fromOn <= a.untilOn)

export type DaysFault = 'days-reversed' | 'days-over' | 'delegation-in-the-past' | 'delegation-too-long'

/** Why a role cannot be held from and until these days. */
export function holdingDaysFault({ fromOn, untilOn }: Days, today: Day): DaysFault | undefined {
  if (fromOn !== null && untilOn !== null && untilOn < fromOn) return 'days-reversed'
  return untilOn !== null && untilOn < today ? 'days-over' : undefined
}

/** Why roles cannot be in other hands in these days. Not in the past: that would rewrite in whose name things were done. */
export function delegationDaysFault(
  { fromOn, untilOn }: { fromOn: Day; untilOn: Day },
  today: Day,
): DaysFault | undefined {
  if (untilOn < fromOn) return 'days-reversed'
  if (fromOn < today) return 'delegation-in-the-past'
  return untilOn >= addDays(fromOn, LONGEST_DELEGATION_DAYS) ? 'delegation-too-long' : undefined
}
