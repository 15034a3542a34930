import { createHash } from 'node:crypto'
import type { Tx } from '../../../kernel/context.ts'
import { CodedError } from '../../../kernel/errors.ts'
import type { SheetRow } from '../../../platform/sheets/index.ts'
import { requireSoundDays } from '../commands/create-item.ts'
import type {
  ImportedItem,
  RowContext,
  RowNote,
  SheetMapping,
  SkipReason,
} from '../rules/sheet/imported-item.ts'
import { parentNumbers, planRow } from '../rules/sheet/plan-row.ts'
import { planUpdate } from '../rules/sheet/plan-update.ts'
import { withPrefix } from '../rules/sheet/read-described.ts'
import { kindUnder, type SheetTree } from '../rules/sheet/sheet-tree.ts'
import { mayHangUnder } from '../rules/tree/may-hang-under.ts'
import type { CorrectItem } from '../schema.ts'
import type { StoredItem } from '../store/items.ts'
import { findNamed, type NamedItems } from '../store/sheet-rows.ts'

export type RowOutcome = { readonly row: SheetRow } & (
  | {
      readonly kind: 'new'
      readonly item: ImportedItem
      readonly parentId: string | null
      readonly level: number
      /** By which a row without a number is known. */
      readonly key: string | null
      readonly warnings: readonly RowNote[]
    }
  | {
      readonly kind: 'changed'
      readonly item: ImportedItem
      readonly before: StoredItem
      readonly correction: CorrectItem
      readonly warnings: readonly RowNote[]
    }
  | {
      readonly kind: 'same'
      readonly item: ImportedItem
      readonly before: StoredItem
      readonly warnings: readonly RowNote[]
    }
  | { readonly kind: 'skip'; readonly reason: SkipReason }
  | { readonly kind: 'error'; readonly problems: readonly RowNote[] }
)

interface Evaluation {
  readonly mapping: SheetMapping
  readonly context: RowContext
  readonly reason: string | null
  readonly tree: SheetTree | null
  /** While only checking, parents of the same sheet need not be there yet. */
  readonly isCheck: boolean
}

/** Stands for a parent that the same sheet will enter first. */
const IN_SHEET = 'in-sheet'

/** Tells what each row becomes, beside what is in the ledger: new, changed, the same, passed over, or refused. */
export class RowEvaluator {
  readonly #evaluation: Evaluation
  readonly #seen = new Map<string, number>()

  constructor(evaluation: Evaluation) {
    this.#evaluation = evaluation
  }

  async evaluate(tx: Tx, rows: readonly SheetRow[]): Promise<RowOutcome[]> {
    const { mapping, context } = this.#evaluation
    const plans = rows.map((row) => planRow(row, mapping, context))
    const items = plans.flatMap((plan) => (plan.kind === 'item' ? [plan.item] : []))
    const named = await findNamed(tx, {
      numbers: items.flatMap((item) => [
        ...(item.number ? [item.number] : []),
        ...parentNumbers(item, context),
      ]),
      externalNumbers: items.flatMap((item) => [
        ...externalNumbers(item, context),
        ...parentNumbers(item, context),
      ]),
      keys: items.flatMap((item) => rowKey(item) ?? []),
    })
    return plans.map((plan, at): RowOutcome => {
      const row = rows[at]!
      if (plan.kind !== 'item') return { row, ...plan }
      return this.#outcome(row, plan, named)
    })
  }

  #outcome(
    row: SheetRow,
    { item, warnings }: { item: ImportedItem; warnings: readonly RowNote[] },
    named: NamedItems,
  ): RowOutcome {
    const { context, mapping, reason } = this.#evaluation
    const refused = (code: string, details: RowNote['details'], field: 'number' | 'parent'): RowOutcome => {
      const column = mapping.columns.indexOf(field === 'number' && !item.number ? 'externalNumber' : field)
      return { row, kind: 'error', problems: [{ column: column < 0 ? null : column, code, details }] }
    }
    const known = withKnownNumber(item, named, context)
    const key = rowKey(known)
    const identity = known.number ?? known.fields.externalNumber ?? key!
    const earlier = this.#seen.get(identity)
    if (earlier !== undefined)
      return refused('ledger.sheet-row-repeated', { value: shown(known), row: earlier }, 'number')
    this.#seen.set(identity, row.row)
    const before = findBefore(known, named, key)
    if (before?.state === 'withdrawn') return { row, kind: 'skip', reason: 'withdrawn' }
    const place = this.#placeOf(known, named)
    if ('code' in place) return refused(place.code, place.details, 'parent')
    if (!before) {
      const fields = { ...known.fields, kind: place.kind }
      return {
        row,
        kind: 'new',
        item: { ...known, fields },
        parentId: place.parentId,
        level: place.level,
        key,
        warnings,
      }
    }
    const update = planUpdate(before, { item: known, parentId: place.parentId, reason, mapping })
    if (update.kind === 'error') return { row, ...update }
    const all = [...warnings, ...update.warnings]
    if (update.kind === 'same') return { row, kind: 'same', item: known, before, warnings: all }
    const fault = daysFault({ ...before, ...update.correction })
    if (fault) return refused(fault.code, fault.details, 'number')
    return { row, kind: 'changed', item: known, before, correction: update.correction, warnings: all }
  }

  /** Where the row hangs: under an item that is there, or under another row of its sheet. */
  #placeOf(
    item: ImportedItem,
    named: NamedItems,
  ): { parentId: string | null; level: number; kind: StoredItem['kind'] } | RowNote {
    const { context, tree, mapping, isCheck } = this.#evaluation
    const isListed = mapping.columns.includes('kind') && item.given.includes('kind')
    const own = treeNumber(item)
    const kind = isListed || !tree || !own ? item.fields.kind : tree.kindOf(own)
    const candidates = parentNumbers(item, context)
    if (candidates.length === 0) return { parentId: null, level: 1, kind }
    const note = (code: string, details: RowNote['details']): RowNote => ({ column: null, code, details })
    const stored = candidates.map(
      (number) => named.byNumber.get(number) ?? named.byExternalNumber.get(number),
    )
    const parent = stored.find((each) => each !== undefined)
    const inSheet = candidates.find((number) => tree?.has(number))
    if (isCheck && inSheet && tree) {
      const parentKind = tree.kindOf(inSheet)
      if (!mayHangUnder(kind, parentKind))
        return note('ledger.wrong-place', { kind, parentKind, parent: inSheet })
      if (tree.depthOf(own) > 2) return note('ledger.too-deep', { parent: inSheet })
      return { parentId: parent?.id ?? IN_SHEET, level: tree.depthOf(own) + 1, kind }
    }
    if (!parent || parent.state === 'withdrawn' || parent.state === 'closed')
      return note('ledger.sheet-parent-unknown', { number: item.parentNumber })
    const fitting = kindUnder(isListed || inSheet ? kind : null, parent)
    if (!fitting) return note('ledger.wrong-place', { kind, parentKind: parent.kind, parent: parent.number })
    if (parent.level >= 3) return note('ledger.too-deep', { parent: parent.number })
    return { parentId: parent.id, level: parent.level + 1, kind: fitting }
  }
}

/** By which number other rows of the sheet name this one. */
export const treeNumber = (item: ImportedItem) => item.fields.externalNumber ?? item.number

/** A number that is not the ledger's own is the office's. */
function withKnownNumber(item: ImportedItem, named: NamedItems, context: RowContext): ImportedItem {
  if (item.number === null || named.byNumber.has(item.number)) return item
  const externalNumber = item.fields.externalNumber ?? withPrefix(context.numberPrefix, item.number)
  return { ...item, number: null, fields: { ...item.fields, externalNumber } }
}

function externalNumbers(item: ImportedItem, { numberPrefix }: RowContext): string[] {
  const { externalNumber } = item.fields
  return [externalNumber, item.number && withPrefix(numberPrefix, item.number)].filter(
    (each) => each !== null,
  )
}

function findBefore(item: ImportedItem, named: NamedItems, key: string | null): StoredItem | undefined {
  if (item.number !== null) return named.byNumber.get(item.number)
  const { externalNumber } = item.fields
  if (externalNumber !== null) return named.byExternalNumber.get(externalNumber)
  return key === null ? undefined : named.byKey.get(key)
}

/** What a row without a number is known by: its wording. */
function rowKey({ number, fields }: ImportedItem): string | null {
  if (number !== null || fields.externalNumber !== null) return null
  const wording = [fields.title, fields.content, fields.originDocument].map((text) =>
    text.replace(/\s+/g, ''),
  )
  return createHash('sha256').update(JSON.stringify(wording)).digest('hex')
}

const shown = ({ number, fields }: ImportedItem) =>
  number ?? fields.externalNumber ?? fields.title.slice(0, 40)

function daysFault(item: Pick<StoredItem, 'plan' | 'startOn' | 'dueOn'>): CodedError | undefined {
  try {
    requireSoundDays(item)
    return undefined
  } catch (error) {
    if (error instanceof CodedError) return error
    throw error
  }
}
