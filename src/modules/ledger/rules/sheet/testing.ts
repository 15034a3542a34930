import fc from 'fast-check'
import { plainLine } from '../../../../platform/names/index.ts'
import { ReportFrequency } from '../../schema/item.ts'
import { CreateItem, type Item, ItemKind, Origin, Priority } from '../../schema.ts'
import type { Plan } from '../clock/plan.ts'
import { planFaults } from '../clock/plan-faults.ts'
import { ItemState } from '../lifecycle/machine.ts'

/** Units of a register by id; one name has a mark inside. */
export const UNIT_NAMES: ReadonlyMap<string, string> = new Map([
  ['018f0000-0000-7000-8000-000000000001', '市交通委'],
  ['018f0000-0000-7000-8000-000000000002', '市公安局'],
  ['018f0000-0000-7000-8000-000000000003', '市委、市政府办公室'],
  ['018f0000-0000-7000-8000-000000000004', '市发展改革委（市粮食局）'],
])

const letters = fc.oneof(
  fc.constantFrom(...'甲乙丙项目推进2024=+-@\'"、，；\n\\_x()（）%&<'),
  fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
)
/** Text as a request may bring it: trimmed, nothing that PostgreSQL cannot keep. */
const text = (maxLength: number) =>
  fc
    .array(letters, { maxLength })
    .map((parts) => parts.join('').replaceAll('\u0000', '').slice(0, maxLength).toWellFormed().trim())
const filled = (maxLength: number, shortest = 1) => text(maxLength).filter((each) => each.length >= shortest)
/** A title as a request may bring it: of one line, in one normal form, all of it seen. */
const title = filled(40, 2)
  .map(plainLine)
  .filter((each) => each.length >= 2)
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null })
const hundredths = fc.integer({ min: 0, max: 10_000 }).map((count) => count / 100)

const criterion = fc.record({
  indicator: filled(12),
  unitOfMeasure: text(5),
  direction: fc.constantFrom('at-least' as const, 'at-most' as const, 'equal' as const),
  target: fc.oneof(
    fc.integer().map(String),
    fc.tuple(fc.integer(), fc.integer({ min: 0, max: 999_999 })).map(([whole, part]) => `${whole}.${part}`),
  ),
})

const limit = fc.record({
  count: fc.integer({ min: 1, max: 3650 }),
  unit: fc.constantFrom('natural' as const, 'working' as const, 'month' as const),
  dayZero: fc.constantFrom('next-day' as const, 'same-day' as const),
  cutoff: maybe(fc.constantFrom('00:00', '17:30', '23:59')),
})

const plan: fc.Arbitrary<Plan> = fc.oneof(
  fc.constant<Plan>({ kind: 'linear' }),
  fc
    .tuple(
      fc.uniqueArray(day, { minLength: 1, maxLength: 4 }),
      fc.array(hundredths, { minLength: 4, maxLength: 4 }),
    )
    .chain(([days, shares]) => {
      const progress = [...shares].sort((a, b) => a - b)
      return fc.array(filled(8), { minLength: days.length, maxLength: days.length }).map(
        (names): Plan => ({
          kind: 'nodes',
          nodes: [...days].sort().map((on, at) => ({
            name: names[at]!,
            on,
            progress: at === days.length - 1 ? 100 : progress[at]!,
          })),
        }),
      )
    }),
)

const units = fc.shuffledSubarray([...UNIT_NAMES.keys()])

const described = fc.record({
  title,
  content: text(60),
  theme: maybe(filled(10)),
  tags: fc.uniqueArray(filled(8), { maxLength: 4 }),
  target: text(20),
  criterion: maybe(criterion),
  kind: fc.constantFrom(...ItemKind.options),
  weight: fc.integer({ min: 1, max: 999_999 }).map((count) => count / 1000),
  origin: fc.constantFrom(...Origin.options),
  originDocument: text(20),
  externalNumber: maybe(filled(10)),
  responsibleText: fc.uniqueArray(filled(8), { maxLength: 3 }),
  leaderInCharge: text(8),
  personResponsible: text(8),
  contact: text(12),
  priority: fc.constantFrom(...Priority.options),
  isPublic: fc.boolean(),
  remark: text(20),
  reportFrequency: fc.constantFrom(...ReportFrequency.options),
})

const standing = fc.record({
  state: fc.constantFrom(...ItemState.options.filter((state) => state !== 'withdrawn')),
  progress: hundredths,
  dispatchedOn: maybe(day),
  signedOn: maybe(day),
  finishedOn: maybe(day),
  closedOn: maybe(day),
  firstDueOn: maybe(day),
  wasLate: fc.boolean(),
})

/** Items as a ledger may hold them, with whatever texts a request lets in. */
export const arbitraryItem: fc.Arbitrary<Item> = fc
  .record({
    described,
    standing,
    plan,
    units,
    days: fc.array(maybe(day), { minLength: 3, maxLength: 3 }),
    limit: maybe(limit),
  })
  .map(({ described: words, standing: life, plan: steps, units: ids, days, limit: timeLimit }): Item => {
    const [issuedOn, startOn, dueOn] = sound(days)
    const clock = { issuedOn: issuedOn ?? null, startOn: startOn ?? null, dueOn: dueOn ?? null }
    const isWorking = life.state !== 'draft' && life.state !== 'reviewed'
    const [leadUnitId = null, ...supportingUnitIds] =
      ids.length === 0 && isWorking ? [...UNIT_NAMES.keys()] : ids
    return {
      ...REST,
      ...words,
      ...life,
      ...clock,
      closedOn: life.state === 'closed' ? (life.closedOn ?? '2024-03-31') : life.closedOn,
      plan: planFaults(steps, clock).length > 0 ? { kind: 'linear' } : steps,
      timeLimit,
      leadUnitId,
      supportingUnitIds,
    }
  })
  .filter((item) => CreateItem.safeParse(item).success)

/** The start not after the deadline. */
function sound([issuedOn, startOn, dueOn]: readonly (string | null)[]): (string | null | undefined)[] {
  return startOn && dueOn && startOn > dueOn ? [issuedOn, dueOn, startOn] : [issuedOn, startOn, dueOn]
}

const REST = {
  id: '018f0000-0000-7000-8000-0000000000aa',
  number: '2024-0017',
  parentId: null,
  stateBefore: null,
  round: 1,
  level: 1,
  signBy: null,
  startedOn: null,
  reportBy: null,
  lastReportOn: null,
  reportedOn: null,
  recheckOn: null,
  suspendedOn: null,
  declinedReason: null,
  returnedCount: 0,
  pressedCount: 0,
  lastPressedOn: null,
  notice: null,
  noticeOn: null,
  hasPendingExtension: false,
  source: { kind: 'by-hand' },
  light: 'none',
  expected: null,
  daysLate: null,
  createdAt: '2024-04-10T02:00:00.000Z',
  createdBy: '督查专员',
  changedAt: '2024-04-10T02:00:00.000Z',
  changedBy: '督查专员',
  version: 1,
} as const satisfies Partial<Item>
