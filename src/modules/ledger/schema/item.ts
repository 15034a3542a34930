import { z } from 'zod'
import { Limit } from '../rules/clock/limit.ts'
import { Plan } from '../rules/clock/plan.ts'
import { ItemState } from '../rules/lifecycle/machine.ts'

/**
 * Light by shape, word and colour: a pure function of (item, as-of day, rule set), stored nowhere (invariant 2).
 * `none`: no clock runs. `paused`: suspended. `done`, `done-late`: closed, the second one for ever.
 */
export const Light = z.enum([
  'none',
  'green',
  'blue',
  'yellow',
  'orange',
  'red',
  'paused',
  'done',
  'done-late',
])
export type Light = z.infer<typeof Light>

export const ItemSource = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('statement'),
    reportId: z.uuid(),
    statementId: z.uuid(),
    quote: z.array(z.string()),
    reportTitle: z.string(),
  }),
  z.object({ kind: z.literal('by-hand') }),
  z.object({ kind: z.literal('import'), importId: z.uuid(), fileName: z.string(), row: z.int() }),
])
export type ItemSource = z.infer<typeof ItemSource>

/** Place in a tree: problem > manifestation > task, or plan > task > sub-task. */
export const ItemKind = z.enum(['plan', 'problem', 'manifestation', 'task', 'sub-task'])
export type ItemKind = z.infer<typeof ItemKind>

/** Where a matter comes from (DOMAIN.md 1.6, 来源类型). */
export const Origin = z.enum([
  'quarterly-meeting',
  'standing-committee',
  'special-meeting',
  'instruction',
  'supervision',
  'public-commitment',
  'inspection',
  'other',
])
export type Origin = z.infer<typeof Origin>

export const Priority = z.enum(['normal', 'urgent', 'top'])
export type Priority = z.infer<typeof Priority>

export const ReportFrequency = z.enum(['none', 'weekly', 'ten-days', 'monthly', 'quarterly'])
export type ReportFrequency = z.infer<typeof ReportFrequency>

export const NoticeColour = z.enum(['blue', 'orange', 'red'])
export type NoticeColour = z.infer<typeof NoticeColour>

const decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/)

/** An indicator's value that closes the item: reported with the completion report and compared exactly. */
export const Criterion = z.object({
  indicator: z.string().trim().min(1).max(120),
  unitOfMeasure: z.string().trim().max(30),
  direction: z.enum(['at-least', 'at-most', 'equal']),
  target: decimal,
})
export type Criterion = z.infer<typeof Criterion>

const day = z.iso.date().nullable()

/** What people write about an item. */
const described = {
  title: z.string(),
  content: z.string(),
  theme: z.string().nullable(),
  tags: z.array(z.string()),
  target: z.string(),
  criterion: Criterion.nullable(),
  kind: ItemKind,
  parentId: z.uuid().nullable(),
  /** Share in the parent's roll-up. */
  weight: z.number(),
  origin: Origin,
  originDocument: z.string(),
  /** The office's own number for it, unique in the ledger. */
  externalNumber: z.string().nullable(),
  leadUnitId: z.uuid().nullable(),
  /** What the source named as responsible when it is no unit of the register: 各区, 市级部门. */
  responsibleText: z.array(z.string()),
  supportingUnitIds: z.array(z.uuid()),
  leaderInCharge: z.string(),
  personResponsible: z.string(),
  contact: z.string(),
  priority: Priority,
  isPublic: z.boolean(),
  remark: z.string(),
  issuedOn: day,
  startOn: day,
  /** The deadline in force. */
  dueOn: day,
  /** The first deadline ever set: extensions and corrections keep it (invariant 3). */
  firstDueOn: day,
  timeLimit: Limit.nullable(),
  plan: Plan,
  reportFrequency: ReportFrequency,
}

/** Where it stands in its life; days are marks of the current round. */
const standing = {
  state: ItemState,
  /** Of a suspended item: the state that it goes back to. */
  stateBefore: ItemState.nullable(),
  round: z.int(),
  level: z.int(),
  /** Per cent, at most two decimals; of an item with parts the weighted mean of theirs. */
  progress: z.number(),
  dispatchedOn: day,
  signBy: day,
  signedOn: day,
  startedOn: day,
  /** The next report is due by this day. */
  reportBy: day,
  lastReportOn: day,
  /** A completion report is in: the clock stands still from this day until it is returned. */
  reportedOn: day,
  finishedOn: day,
  closedOn: day,
  recheckOn: day,
  suspendedOn: day,
  declinedReason: z.string().nullable(),
  /** Closed late in some round: for ever. */
  wasLate: z.boolean(),
  returnedCount: z.int(),
  pressedCount: z.int(),
  lastPressedOn: day,
  notice: NoticeColour.nullable(),
  noticeOn: day,
  hasPendingExtension: z.boolean(),
}

/** An item of the ledger (台账事项) as it stands on a day. */
export const Item = z.object({
  id: z.uuid(),
  /** The item's number in its ledger, `2024-0017`. */
  number: z.string(),
  ...described,
  ...standing,
  source: ItemSource,
  light: Light,
  /** Progress that the plan expects by the day, per cent; null without a clock. */
  expected: z.number().nullable(),
  /** Days past the deadline in force: of an open item until the day, of a closed one until it was finished. */
  daysLate: z.int().nullable(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
  version: z.int32(),
})
export type Item = z.infer<typeof Item>
