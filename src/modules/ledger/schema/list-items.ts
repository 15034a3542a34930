import { z } from 'zod'
import { DeskRule } from '../rules/desk/desk-rules.ts'
import { ItemState } from '../rules/lifecycle/machine.ts'
import { Item, ItemKind, Light, Origin, Priority } from './item.ts'

/** One value or several: `state=signed&state=returned`. */
const several = <Value extends z.ZodType>(value: Value) =>
  z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z.array(value).max(20).optional(),
  )
const flag = z.stringbool().optional()

/** What items are shown. Every count that the product shows is such a query: it opens into its items. */
export const ItemFilterQuery = z.object({
  q: z.string().trim().max(100).optional(),
  id: several(z.uuid()),
  /** A unit, or `none` for items that nobody leads yet. */
  leadUnitId: z.union([z.uuid(), z.literal('none')]).optional(),
  /** A unit that leads or supports. */
  unitId: z.uuid().optional(),
  state: several(ItemState),
  light: several(Light),
  kind: several(ItemKind),
  origin: several(Origin),
  priority: several(Priority),
  theme: z.string().max(60).optional(),
  hasTheme: flag,
  tag: z.string().max(30).optional(),
  source: z.enum(['statement', 'by-hand', 'import']).optional(),
  /** A report whose statements the items come from. */
  reportId: z.uuid().optional(),
  /** Items under this one, at any depth. */
  under: z.uuid().optional(),
  /** Only items that have no parts. */
  isLeaf: flag,
  /** Neither closed nor withdrawn. */
  isOpen: flag,
  /** Open and past the deadline in force. */
  isOverdue: flag,
  /** The deadline is near, by the days of the ledger's settings, and no completion report is in. */
  isDueSoon: flag,
  /** Closed late in some round. */
  wasLate: flag,
  wasReturned: flag,
  wasPressed: flag,
  wasReopened: flag,
  wasDispatched: flag,
  wasSigned: flag,
  /** A completion report is in or was accepted. */
  wasReported: flag,
  /** The deadline in force is later than the first one. */
  wasExtended: flag,
  /** Closed, and finished by the first deadline that it ever had. */
  isByFirstDue: flag,
  hasDue: flag,
  hasIssued: flag,
  issuedFrom: z.iso.date().optional(),
  issuedTo: z.iso.date().optional(),
  dueFrom: z.iso.date().optional(),
  dueTo: z.iso.date().optional(),
  closedFrom: z.iso.date().optional(),
  closedTo: z.iso.date().optional(),
  dispatchedFrom: z.iso.date().optional(),
  dispatchedTo: z.iso.date().optional(),
  /** One of the desk's rules: what waits for whom (`GET /api/desk`). */
  waits: DeskRule.optional(),
  /** The ledger as it stood at the end of this day; today when left out. */
  asOf: z.iso.date().optional(),
})
export type ItemFilterQuery = z.infer<typeof ItemFilterQuery>

export const ItemSort = z.enum([
  'number',
  '-number',
  'dueOn',
  '-dueOn',
  'lead',
  'progress',
  '-progress',
  'createdAt',
  '-createdAt',
  'changedAt',
  '-changedAt',
])
export type ItemSort = z.infer<typeof ItemSort>

export const ListItems = ItemFilterQuery.extend({
  sort: ItemSort.default('-createdAt'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListItems = z.infer<typeof ListItems>

export const ItemPage = z.object({
  items: z.array(Item),
  total: z.int(),
  /** False when there are more than `total`: counting stops at 10,000 (`GET /api/items/count` counts all). */
  isTotalExact: z.boolean(),
  page: z.int(),
  pageSize: z.int(),
  asOf: z.iso.date(),
})
export type ItemPage = z.infer<typeof ItemPage>

/** All items of a filter, counted. */
export const ItemCount = z.object({ total: z.int(), asOf: z.iso.date() })
export type ItemCount = z.infer<typeof ItemCount>
