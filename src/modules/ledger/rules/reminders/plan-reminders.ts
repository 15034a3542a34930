import { type Day, daysBetween } from '../../../../kernel/day.ts'
import { type WorkingCalendar, workingDaysBetween } from '../../../../kernel/working-calendar.ts'
import type { Item } from '../../schema.ts'
import type { LedgerSettings } from '../settings/settings.ts'
import type { Audience, Reminder } from './reminder.ts'

/** A unit's part in an item that it still works on. */
export interface OpenDuty {
  readonly unitId: string
  readonly state: 'dispatched' | 'signed'
  readonly dueOn: Day | null
  readonly signBy: Day | null
}

/** What reminding needs to know of an item. */
export interface Reminded
  extends Pick<
    Item,
    | 'id'
    | 'number'
    | 'title'
    | 'state'
    | 'round'
    | 'leadUnitId'
    | 'dueOn'
    | 'signBy'
    | 'reportBy'
    | 'reportedOn'
    | 'recheckOn'
  > {
  /** Of supporting units. */
  readonly duties: readonly OpenDuty[]
  readonly extension: { readonly id: string; readonly askedOn: Day } | null
}

interface Clock {
  readonly today: Day
  readonly settings: Pick<LedgerSettings, 'remindDaysBefore' | 'overdueSteps'>
  readonly calendar: WorkingCalendar
}

/** A request for another deadline that nobody decides on is told after so many working days. */
const EXTENSION_WAITS_DAYS = 2

/**
 * Everything that people should have been told about an item by the end of the day. Planned anew on every day, and told
 * once for each cause: a day on which nothing ran loses no reminder and repeats none. Another deadline or round gives
 * new causes. An item that is suspended, closed (but for its re-check) or withdrawn reminds nobody.
 */
export function planReminders(item: Reminded, clock: Clock): Reminder[] {
  const { number, title } = item
  const rules = [deadlineOfLead, deadlinesOfDuties, unsigned, reportMissed, recheckDue, extensionWaits]
  return rules
    .flatMap((rule) => rule(item, clock))
    .map((reminder) => ({ ...reminder, params: { number, title, ...reminder.params } }))
}

const AT_WORK: readonly Item['state'][] = ['signed', 'in-progress', 'returned']
const isWithUnit = ({ state }: Reminded) => state === 'dispatched' || AT_WORK.includes(state)

function deadlineOfLead(item: Reminded, clock: Clock): Reminder[] {
  if (!isWithUnit(item) || item.leadUnitId === null || item.reportedOn !== null) return []
  return deadline(item, { unitId: item.leadUnitId, dueOn: item.dueOn, of: item.id }, clock)
}

function deadlinesOfDuties(item: Reminded, clock: Clock): Reminder[] {
  if (!isWithUnit(item)) return []
  return item.duties.flatMap(({ unitId, dueOn }) =>
    deadline(item, { unitId, dueOn, of: `${item.id}/${unitId}` }, clock),
  )
}

interface Deadline {
  readonly unitId: string
  readonly dueOn: Day | null
  /** What the deadline is of, in causes. */
  readonly of: string
}

/** Before the day the nearest of the steps that is reached, after it the highest: an earlier one says nothing new. */
function deadline(item: Reminded, { unitId, dueOn, of }: Deadline, clock: Clock): Reminder[] {
  if (dueOn === null) return []
  const { today, settings, calendar } = clock
  const days = daysBetween(today, dueOn)
  const cause = (step: string) => `${step}:${of}:${item.round}:${dueOn}`
  if (days < 0) {
    const late = workingDaysLate(calendar, dueOn, today)
    const steps = settings.overdueSteps.toSorted((a, b) => a.workingDays - b.workingDays)
    const step = steps.findLast(({ workingDays }) => workingDays <= late)
    if (!step) return []
    return [
      {
        kind: 'ledger.overdue',
        level: step === steps[0] ? 'warning' : 'alarm',
        cause: cause(`overdue-${step.workingDays}`),
        to: step.to,
        unitIds: [unitId],
        params: { dueOn, days: late },
      },
    ]
  }
  const step = settings.remindDaysBefore.filter((before) => days <= before).toSorted((a, b) => a - b)[0]
  if (step === undefined) return []
  const to: readonly Audience[] = ['liaison']
  const level = 'reminder'
  return days === 0
    ? [{ kind: 'ledger.due-today', level, cause: cause(`due-${step}`), to, unitIds: [unitId], params: {} }]
    : [
        {
          kind: 'ledger.due-soon',
          level,
          cause: cause(`due-${step}`),
          to,
          unitIds: [unitId],
          params: { dueOn, days },
        },
      ]
}

function unsigned(item: Reminded, { today }: Clock): Reminder[] {
  const missed = (unitId: string | null, signBy: Day | null, of: string): Reminder[] =>
    unitId !== null && signBy !== null && signBy < today
      ? [
          {
            kind: 'ledger.unsigned',
            level: 'warning',
            cause: `unsigned:${of}:${item.round}:${signBy}`,
            to: ['liaison', 'office'],
            unitIds: [unitId],
            params: { signBy },
          },
        ]
      : []
  const lead = item.state === 'dispatched' ? missed(item.leadUnitId, item.signBy, item.id) : []
  const waiting = isWithUnit(item) ? item.duties.filter(({ state }) => state === 'dispatched') : []
  return [...lead, ...waiting.flatMap(({ unitId, signBy }) => missed(unitId, signBy, `${item.id}/${unitId}`))]
}

function reportMissed(item: Reminded, { today }: Clock): Reminder[] {
  const { reportBy, leadUnitId } = item
  if (!AT_WORK.includes(item.state) || reportBy === null || reportBy >= today || leadUnitId === null)
    return []
  return [
    {
      kind: 'ledger.report-missed',
      level: 'warning',
      cause: `report-missed:${item.id}:${item.round}:${reportBy}`,
      to: ['liaison', 'office'],
      unitIds: [leadUnitId],
      params: { reportBy },
    },
  ]
}

function recheckDue(item: Reminded, { today }: Clock): Reminder[] {
  const { recheckOn } = item
  if (item.state !== 'closed' || recheckOn === null || recheckOn > today) return []
  return [
    {
      kind: 'ledger.recheck-due',
      level: 'reminder',
      cause: `recheck:${item.id}:${item.round}:${recheckOn}`,
      to: ['office'],
      unitIds: [],
      params: { recheckOn },
    },
  ]
}

function extensionWaits(item: Reminded, { today, calendar }: Clock): Reminder[] {
  const { extension, leadUnitId } = item
  if (
    extension === null ||
    item.state === 'closed' ||
    item.state === 'withdrawn' ||
    item.state === 'suspended'
  )
    return []
  const days = workingDaysLate(calendar, extension.askedOn, today)
  if (days < EXTENSION_WAITS_DAYS) return []
  return [
    {
      kind: 'ledger.extension-waiting',
      level: 'reminder',
      cause: `extension-waiting:${extension.id}`,
      to: ['unit-leader', 'office'],
      unitIds: leadUnitId === null ? [] : [leadUnitId],
      params: { days },
    },
  ]
}

/**
 * Working days since; in a year that the State Council has not decided on yet Monday to Friday. Nobody's deadline moves
 * by this count: it only says when the next step is told, and saying nothing would be worse.
 */
function workingDaysLate(calendar: WorkingCalendar, from: Day, to: Day): number {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    if (!calendar.knows(year)) return weekdaysBetween(from, to)
  }
  return workingDaysBetween(calendar, from, to)
}

function weekdaysBetween(from: Day, to: Day): number {
  const total = daysBetween(from, to)
  const weekday = new Date(`${from}T00:00:00Z`).getUTCDay()
  const rest = Array.from({ length: total % 7 }, (_, index) => (weekday + 1 + index) % 7)
  return Math.floor(total / 7) * 5 + rest.filter((day) => day !== 0 && day !== 6).length
}
