import { dayOfNumber } from '../../../src/kernel/day-number.ts'
import type { WorkingCalendar } from '../../../src/kernel/working-calendar.ts'
import {
  type LightRuleSet,
  type NewItem,
  type StoredItem,
  turnsOf,
} from '../../../src/modules/ledger/testing.ts'
import { type InventedLife, inventLife } from './invent-life.ts'
import { textInventor } from './invent-text.ts'
import type { Random } from './random.ts'
import lists from './words.json' with { type: 'json' }

export interface Surroundings {
  readonly random: Random
  readonly tenantId: string
  readonly cityUnitId: string | null
  /** The first ones lead most items. */
  readonly unitIds: readonly string[]
  readonly rules: LightRuleSet
  readonly calendar: WorkingCalendar
  /** As numbers of days: when the ledger was begun, and today. */
  readonly first: number
  readonly today: number
}

export interface InventedItem {
  readonly item: NewItem
  readonly version: number
  readonly words: readonly string[]
}

/** Of twenty-five items in a row one is a plan, eight are its tasks, one is a part of a task, the others stand alone. */
const FAMILY = 25

/** Gives item after item of a ledger that has run for years, evenly spread from its first day until today. */
export function itemInventor(around: Surroundings, count: number): (index: number) => InventedItem {
  const { random, first, today } = around
  const text = textInventor(random)
  const family: string[] = []
  return (index) => {
    const place = index % FAMILY
    const created = first + Math.floor(((today - first + 1) * index) / count)
    const id = idOf(random, created)
    if (place === 0) family.length = 0
    family.push(id)
    const { words, ...described } = text()
    const life = inventLife(random, created, today)
    const item = assemble(around, { id, created, life, described, ...placeInTree(place, family) })
    return {
      item: { ...item, ...turnsOf(item, around) },
      version: versionOf(life),
      words,
    }
  }
}

function placeInTree(place: number, family: readonly string[]) {
  if (place === 0) return { kind: 'plan' as const, level: 1, parentId: null }
  if (place <= 8) return { kind: 'task' as const, level: 2, parentId: family[0]! }
  if (place === 9) return { kind: 'sub-task' as const, level: 3, parentId: family[1]! }
  return { kind: 'task' as const, level: 1, parentId: null }
}

/** An id as `newId` makes it, of a time on that day. */
function idOf(random: Random, day: number): string {
  const time = (day * 86_400_000 + random.below(86_400_000)).toString(16).padStart(12, '0')
  const hex = (digits: number) =>
    random
      .below(16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`
}

/** How many versions the states passed through have made. */
function versionOf({ dispatched, signed, started, closed }: InventedLife): number {
  const marks = [dispatched, signed, started, closed].filter((day) => day !== null)
  return 1 + marks.length
}

interface Parts {
  readonly id: string
  readonly created: number
  readonly life: InventedLife
  readonly described: Pick<StoredItem, 'title' | 'content' | 'target'>
  readonly kind: StoredItem['kind']
  readonly level: number
  readonly parentId: string | null
}

function assemble(
  around: Surroundings,
  parts: Parts,
): Omit<NewItem, 'blueFrom' | 'yellowFrom' | 'orangeFrom' | 'redFrom'> {
  const { random, tenantId, cityUnitId, unitIds, today } = around
  const { id, created, life, described, kind, level, parentId } = parts
  const { state } = life
  const isLed = life.dispatched !== null || random.chance(0.6)
  const leadUnitId = isLed ? random.skewed(unitIds) : null
  const supporting = Array.from({ length: random.chance(0.5) ? random.below(4) : 0 }, () =>
    random.skewed(unitIds),
  )
  const changed = Math.min(
    today,
    life.closed ?? life.reported ?? (life.started ?? created) + random.below(60),
  )
  const office = random.skewed(lists.offices)
  const isReporting = state === 'in-progress' || state === 'signed' || state === 'returned'
  const isMonthly = random.chance(0.5)
  return {
    id,
    tenantId,
    ...described,
    kind,
    level,
    parentId,
    state,
    year: Number(day(created)!.slice(0, 4)),
    weight: 1 + random.below(4),
    theme: random.chance(0.7) ? random.skewed(lists.themes) : null,
    tags: random.chance(0.1) ? [random.skewed(lists.objects)] : [],
    criterion: null,
    origin: random.skewed([
      'quarterly-meeting',
      'instruction',
      'special-meeting',
      'inspection',
      'other',
    ] as const),
    originDocument: '',
    externalNumber: null,
    leadUnitId,
    issuerUnitId: cityUnitId,
    responsibleText: [],
    supportingUnitIds: [...new Set(supporting)].filter((unit) => unit !== leadUnitId),
    leaderInCharge: '',
    personResponsible: '',
    contact: '',
    priority: random.skewed(['normal', 'normal', 'normal', 'urgent', 'top'] as const),
    isPublic: false,
    remark: '',
    issuedOn: day(created),
    startOn: day(created),
    dueOn: day(life.due),
    firstDueOn: day(life.firstDue),
    timeLimit: null,
    plan: { kind: 'linear' },
    reportFrequency: isMonthly ? 'monthly' : 'none',
    stateBefore: state === 'suspended' ? 'in-progress' : null,
    round: 1,
    progress: life.progress,
    dispatchedOn: day(life.dispatched),
    signBy: day(life.dispatched && life.dispatched + 1),
    signedOn: day(life.signed),
    startedOn: day(life.started),
    reportBy: isReporting && isMonthly ? day(changed + random.below(35)) : null,
    lastReportOn: day(life.started),
    reportedOn: day(life.reported),
    finishedOn: day(life.finished),
    closedOn: day(life.closed),
    recheckOn: life.closed && random.chance(0.05) ? day(life.closed + 90) : null,
    suspendedOn: state === 'suspended' ? day(changed) : null,
    declinedReason: null,
    wasLate: life.wasLate,
    returnedCount: state === 'returned' || random.chance(0.08) ? 1 : 0,
    pressedCount: random.chance(0.1) ? 1 : 0,
    lastPressedOn: null,
    notice: null,
    noticeOn: null,
    hasPendingExtension: state === 'in-progress' && random.chance(0.02),
    source: { kind: 'by-hand' },
    isWorkedOn: true,
    createdAt: instant(random, created),
    createdBy: office,
    changedAt: instant(random, Math.max(created, changed) + 1),
    changedBy: office,
  }
}

const day = (number: number | null) => (number === null ? null : dayOfNumber(number))

const instant = (random: Random, number: number) =>
  new Date(number * 86_400_000 + random.below(36_000_000)).toISOString()
