import type { Day } from '../../../kernel/day.ts'
import type { WorkingCalendar } from '../../../kernel/working-calendar.ts'
import type { CreateItem, Item, ItemSource } from '../schema.ts'
import { turnsOf } from './item-clock.ts'
import type { LightRuleSet } from './lights/rule-set.ts'

interface Entering {
  readonly fields: Omit<CreateItem, 'isClassified'>
  readonly state: Item['state']
  readonly source: ItemSource
  readonly responsibleText?: readonly string[]
}

interface Facts {
  readonly today: Day
  readonly rules: LightRuleSet
  readonly calendar: WorkingCalendar
}

/** Marks of a round in which nothing has happened yet. */
export const NEW_ROUND = {
  dispatchedOn: null,
  signBy: null,
  signedOn: null,
  startedOn: null,
  reportBy: null,
  lastReportOn: null,
  reportedOn: null,
  finishedOn: null,
  closedOn: null,
  recheckOn: null,
  notice: null,
  noticeOn: null,
  hasPendingExtension: false,
} as const

/**
 * A new item in its first round. Its clock begins on the day named, otherwise on the day it was issued, otherwise
 * today; its deadline is its first one.
 */
export function planNewItem({ fields, state, source, responsibleText = [] }: Entering, facts: Facts) {
  const item = {
    ...fields,
    ...NEW_ROUND,
    supportingUnitIds: withoutLead(fields.supportingUnitIds, fields.leadUnitId),
    responsibleText: [...responsibleText],
    startOn: fields.startOn ?? earlier(fields.issuedOn ?? facts.today, fields.dueOn),
    issuedOn: fields.issuedOn ?? facts.today,
    firstDueOn: fields.dueOn,
    state,
    source,
    stateBefore: null,
    round: 1,
    level: 1,
    progress: 0,
    suspendedOn: null,
    declinedReason: null,
    wasLate: false,
    returnedCount: 0,
    pressedCount: 0,
    lastPressedOn: null,
    isWorkedOn: false,
  }
  const clocked = {
    ...item,
    id: '',
    number: '',
    createdAt: '',
    createdBy: '',
    changedAt: '',
    changedBy: '',
    version: 1,
  }
  return { ...item, ...turnsOf(clocked, facts) }
}

/** The day, or the deadline where that has passed before: work due yesterday cannot begin today. */
function earlier(day: Day, dueOn: Day | null): Day {
  return dueOn !== null && dueOn < day ? dueOn : day
}

/** The supporting units, each once and without the lead. */
export function withoutLead(unitIds: readonly string[], leadUnitId: string | null): string[] {
  return [...new Set(unitIds)].filter((id) => id !== leadUnitId)
}
