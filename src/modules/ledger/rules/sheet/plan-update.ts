import type { CorrectItem, Item } from '../../schema.ts'
import { planItemCorrection } from '../plan-correction.ts'
import type { ImportedItem, RowNote, SheetMapping } from './imported-item.ts'
import { FIELD_COLUMNS, type SheetField } from './sheet-field.ts'

type Stored = Omit<Item, 'light' | 'expected' | 'daysLate'>

export type UpdatePlan =
  | { readonly kind: 'same'; readonly warnings: readonly RowNote[] }
  | { readonly kind: 'changed'; readonly correction: CorrectItem; readonly warnings: readonly RowNote[] }
  | { readonly kind: 'error'; readonly problems: readonly RowNote[] }

/** The fields of an item that each column tells of; its life is changed by steps only, never by a sheet. */
const TELLS: Partial<Record<SheetField, readonly (keyof CorrectItem)[]>> = {
  title: ['title', 'content'],
  content: ['title', 'content'],
  indicator: ['criterion'],
  unitOfMeasure: ['criterion'],
  direction: ['criterion'],
  targetValue: ['criterion'],
  lead: ['leadUnitId', 'supportingUnitIds'],
  supporting: ['supportingUnitIds'],
  parent: ['parentId'],
  dueOn: ['dueOn', 'timeLimit'],
}
const UNTOLD: readonly SheetField[] = [
  'number',
  'responsibleText',
  'firstDueOn',
  'state',
  'progress',
  'dispatchedOn',
  'signedOn',
  'finishedOn',
  'closedOn',
  'wasLate',
  'done',
  'problems',
  'next',
  'reason',
  'classification',
]
const OF_LIFE = [
  'state',
  'progress',
  'dispatchedOn',
  'signedOn',
  'finishedOn',
  'closedOn',
  'firstDueOn',
] as const

/** Which column a refusal of the rule for corrections is about. */
const REFUSED_AT: Readonly<Record<string, SheetField>> = {
  'reason-missing': 'dueOn',
  'deadline-needs-extension': 'dueOn',
  'recall-first': 'lead',
  'clock-runs': 'startOn',
}

interface Update {
  readonly item: ImportedItem
  readonly parentId: string | null
  /** Given with the whole import, where a row gives none of its own. */
  readonly reason: string | null
  readonly mapping: SheetMapping
}

/**
 * What a row changes of an item that is there, by the same rule as a correction by hand: another deadline needs a
 * reason, a dispatched item's needs an extension, a finished item stays as it is. Only what the row says is touched.
 */
export function planUpdate(before: Stored, update: Update): UpdatePlan {
  const { item, mapping } = update
  const told = new Set<string>(
    item.given
      .filter((field) => !UNTOLD.includes(field))
      .flatMap((field): readonly string[] => TELLS[field] ?? [field]),
  )
  const listed = { ...item.fields, parentId: update.parentId } as Record<string, unknown>
  if (!item.given.includes('supporting') && item.fields.supportingUnitIds.length === 0)
    told.delete('supportingUnitIds')
  const changes = [...told].filter((field) => !isSame(listed[field], before[field as keyof Stored]))
  const reason = item.reason ?? update.reason ?? undefined
  const fields = Object.fromEntries(changes.map((field) => [field, listed[field]]))
  const correction = { ...fields, version: before.version, reason } as CorrectItem
  const plan = planItemCorrection(before, correction)
  const warnings = lifeWarnings(before, item, mapping)
  if (plan.kind === 'refused') {
    const column = mapping.columns.indexOf(REFUSED_AT[plan.reason] ?? 'title')
    const changed = changes.map((field) => FIELD_COLUMNS[field as SheetField]?.heading ?? field)
    const details = { number: before.number, state: before.state, dueOn: before.dueOn, fields: changed }
    return {
      kind: 'error',
      problems: [{ column: column < 0 ? null : column, code: `ledger.${plan.reason}`, details }],
    }
  }
  return plan.changed.length === 0 ? { kind: 'same', warnings } : { kind: 'changed', correction, warnings }
}

function lifeWarnings(before: Stored, { standing, given }: ImportedItem, mapping: SheetMapping): RowNote[] {
  return OF_LIFE.filter((field) => given.includes(field) && standing[field] !== null)
    .filter((field) => standing[field] !== before[field])
    .map((field) => ({
      column: mapping.columns.indexOf(field),
      code: 'ledger.sheet-life-kept',
      details: { number: before.number },
    }))
}

/** Alike but for the order of names, which PostgreSQL changes in JSON. */
function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`
}
