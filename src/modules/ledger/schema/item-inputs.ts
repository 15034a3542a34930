import { z } from 'zod'
import { titleText } from '../../../platform/names/index.ts'
import { Limit } from '../rules/clock/limit.ts'
import { Plan } from '../rules/clock/plan.ts'
import { Criterion, ItemKind, Origin, Priority, ReportFrequency } from './item.ts'

const words = (max: number) => z.string().trim().max(max)
const fields = {
  title: titleText({ min: 2, max: 200 }),
  content: words(4000),
  theme: words(60).nullable(),
  tags: z.array(words(30).min(1)).max(20),
  target: words(1000),
  criterion: Criterion.nullable(),
  kind: ItemKind,
  parentId: z.uuid().nullable(),
  weight: z.number().positive().max(999_999).multipleOf(0.001),
  origin: Origin,
  originDocument: words(200),
  externalNumber: words(40).min(1).nullable(),
  leadUnitId: z.uuid().nullable(),
  supportingUnitIds: z.array(z.uuid()).max(50),
  leaderInCharge: words(60),
  personResponsible: words(60),
  contact: words(100),
  priority: Priority,
  isPublic: z.boolean(),
  remark: words(1000),
  issuedOn: z.iso.date().nullable(),
  startOn: z.iso.date().nullable(),
  dueOn: z.iso.date().nullable(),
  /** Sets `dueOn` from the day of dispatch when no day is given. */
  timeLimit: Limit.nullable(),
  plan: Plan,
  reportFrequency: ReportFrequency,
}

export const CreateItem = z.object({
  title: fields.title,
  content: fields.content.default(''),
  theme: fields.theme.default(null),
  tags: fields.tags.default([]),
  target: fields.target.default(''),
  criterion: fields.criterion.default(null),
  kind: fields.kind.default('task'),
  parentId: fields.parentId.default(null),
  weight: fields.weight.default(1),
  origin: fields.origin.default('other'),
  originDocument: fields.originDocument.default(''),
  externalNumber: fields.externalNumber.default(null),
  leadUnitId: fields.leadUnitId,
  supportingUnitIds: fields.supportingUnitIds.default([]),
  leaderInCharge: fields.leaderInCharge.default(''),
  personResponsible: fields.personResponsible.default(''),
  contact: fields.contact.default(''),
  priority: fields.priority.default('normal'),
  isPublic: fields.isPublic.default(false),
  remark: fields.remark.default(''),
  issuedOn: fields.issuedOn.default(null),
  startOn: fields.startOn.default(null),
  dueOn: fields.dueOn.default(null),
  timeLimit: fields.timeLimit.default(null),
  plan: fields.plan.default({ kind: 'linear' }),
  reportFrequency: fields.reportFrequency.default('none'),
  /** Whether the matter is classified: such an item is refused at the door (invariant 10). */
  isClassified: z.boolean().default(false),
})
export type CreateItem = z.infer<typeof CreateItem>

/**
 * Correction of an item; what is left out stays. A changed deadline needs a reason, never touches `firstDueOn`, and
 * is refused once the item is dispatched: then it takes an extension.
 */
export const CorrectItem = z.object({
  version: z.int32(),
  ...z.object(fields).partial().shape,
  reason: words(500).optional(),
})
export type CorrectItem = z.infer<typeof CorrectItem>
