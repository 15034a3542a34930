import { z } from 'zod'

/** Light by shape, word and colour: a pure function of (item, as-of day, rules), stored nowhere (invariant 2). */
export const Light = z.enum(['none', 'on-plan', 'due-soon', 'overdue'])
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
])
export type ItemSource = z.infer<typeof ItemSource>

/** A task in the ledger (台账): who leads, who supports, by when, from which sentence. */
export const Item = z.object({
  id: z.uuid(),
  /** The item's number in its ledger, `2024-0017`. */
  number: z.string(),
  title: z.string(),
  content: z.string(),
  theme: z.string().nullable(),
  leadUnitId: z.uuid().nullable(),
  /** What the source named as responsible when it is no unit of the register: 各区, 市级部门. */
  responsibleText: z.array(z.string()),
  supportingUnitIds: z.array(z.uuid()),
  issuedOn: z.iso.date().nullable(),
  /** The deadline in force. */
  dueOn: z.iso.date().nullable(),
  /** The first deadline ever set: extensions and corrections keep it (invariant 3). */
  firstDueOn: z.iso.date().nullable(),
  source: ItemSource,
  light: Light,
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  version: z.int(),
})
export type Item = z.infer<typeof Item>

export const CreateItem = z.object({
  title: z.string().trim().min(2).max(200),
  content: z.string().trim().max(4000).default(''),
  theme: z.string().trim().max(60).nullable().default(null),
  leadUnitId: z.uuid().nullable(),
  supportingUnitIds: z.array(z.uuid()).max(50).default([]),
  dueOn: z.iso.date().nullable().default(null),
})
export type CreateItem = z.infer<typeof CreateItem>

/** Correction of an item; a changed deadline needs a reason and never touches `firstDueOn`. */
export const CorrectItem = z.object({
  version: z.int(),
  title: z.string().trim().min(2).max(200).optional(),
  content: z.string().trim().max(4000).optional(),
  leadUnitId: z.uuid().nullable().optional(),
  supportingUnitIds: z.array(z.uuid()).max(50).optional(),
  dueOn: z.iso.date().nullable().optional(),
  reason: z.string().trim().max(500).optional(),
})
export type CorrectItem = z.infer<typeof CorrectItem>

export const ListItems = z.object({
  q: z.string().trim().max(100).optional(),
  /** A unit, or `none` for items that nobody leads yet. */
  leadUnitId: z.union([z.uuid(), z.literal('none')]).optional(),
  light: Light.optional(),
  source: z.enum(['statement', 'by-hand']).optional(),
  dueFrom: z.iso.date().optional(),
  dueTo: z.iso.date().optional(),
  /** The day the lights are computed for; today when left out. */
  asOf: z.iso.date().optional(),
  sort: z
    .enum(['number', '-number', 'dueOn', '-dueOn', 'lead', 'createdAt', '-createdAt'])
    .default('-createdAt'),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListItems = z.infer<typeof ListItems>

export const ItemPage = z.object({
  items: z.array(Item),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
  asOf: z.iso.date(),
})
export type ItemPage = z.infer<typeof ItemPage>
