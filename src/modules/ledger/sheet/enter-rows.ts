import type { Context, Tx } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import { findCityUnitId } from '../../units/index.ts'
import type { ClockFacts } from '../clock-facts.ts'
import { placeInTree } from '../commands/place-in-tree.ts'
import { saveItem } from '../commands/save-item.ts'
import { turnsOf } from '../rules/item-clock.ts'
import { planNewItem } from '../rules/new-item.ts'
import { planItemCorrection } from '../rules/plan-correction.ts'
import { takeOver } from '../rules/sheet/take-over.ts'
import { syncDuties } from '../store/duties.ts'
import type { NewItem, StoredItem } from '../store/items.ts'
import { insertDuties, insertItems, insertReports, insertRounds, keepRowKeys } from '../store/sheet-rows.ts'
import type { RowOutcome } from './row-evaluator.ts'

export interface Entering {
  readonly importId: string
  readonly fileName: string
  readonly facts: ClockFacts
  readonly takesOver: boolean
}

type New = Extract<RowOutcome, { kind: 'new' }>
type Changed = Extract<RowOutcome, { kind: 'changed' }>

/** Stores the new rows of a batch with their duties, reports and rounds; they are journalled at the end. */
export async function enterRows(
  ctx: Context,
  tx: Tx,
  { rows, entering }: { rows: readonly New[]; entering: Entering },
): Promise<readonly StoredItem[]> {
  const issuerUnitId = (await findCityUnitId(tx)) ?? null
  const items = rows.map((row) => newItem(ctx, row, { ...entering, issuerUnitId }))
  const stored = await insertItems(tx, items)
  const byId = new Map(stored.map((item) => [item.id, item]))
  const pairs = items.map((item, at) => ({ item: byId.get(item.id)!, row: rows[at]! }))
  await insertDuties(
    tx,
    pairs.flatMap(({ item }) => dutiesOf(ctx, item)),
  )
  await insertReports(
    tx,
    pairs.flatMap(({ item, row }) => reportOf(ctx, item, row)),
  )
  await insertRounds(
    tx,
    pairs.flatMap(({ item }) => roundOf(ctx, item)),
  )
  const keys = pairs.flatMap(({ item, row }) => (row.key === null ? [] : [{ key: row.key, itemId: item.id }]))
  await keepRowKeys(tx, ctx.tenantId, keys)
  return stored
}

/** Changes an item as its row says, by the way in which every item changes. */
export async function changeRow(
  ctx: Context,
  tx: Tx,
  { row, entering }: { row: Changed; entering: Entering },
): Promise<void> {
  const plan = planItemCorrection(row.before, row.correction)
  if (plan.kind === 'refused')
    throw new Error(`row ${row.row.row} was sound when it was planned: ${plan.reason}`)
  const { changed } = plan
  const isMoved = changed.includes('parentId') || changed.includes('kind')
  const level = isMoved ? await placeInTree(tx, plan.item) : row.before.level
  const after = { ...plan.item, level, isWorkedOn: true }
  if (changed.includes('leadUnitId') || changed.includes('supportingUnitIds'))
    await syncDuties(tx, ctx.tenantId, after)
  const pick = (item: StoredItem) =>
    Object.fromEntries(changed.map((field) => [field, item[field as keyof StoredItem]]))
  await saveItem(ctx, tx, {
    before: row.before,
    after,
    facts: entering.facts,
    entry: {
      action: 'ledger.item-corrected',
      detail: {
        before: pick(row.before),
        after: pick(after),
        reason: row.correction.reason ?? null,
        importId: entering.importId,
      },
    },
  })
}

function newItem(
  ctx: Context,
  { item, row, parentId, level }: New,
  { importId, fileName, facts, takesOver, issuerUnitId }: Entering & { issuerUnitId: string | null },
): NewItem {
  const now = ctx.clock.now()
  const fields = { ...item.fields, parentId }
  const source = { kind: 'import', importId, fileName, row: row.row } as const
  const standing = takeOver(item, { today: facts.today, takesOver })
  const planned = planNewItem(
    { fields, state: standing.state, source, responsibleText: item.responsibleText },
    facts,
  )
  const stamped = {
    ...planned,
    ...standing,
    level,
    id: newId(now.getTime()),
    createdAt: now.toISOString(),
    createdBy: ctx.actor.name,
    changedAt: now.toISOString(),
    changedBy: ctx.actor.name,
  }
  const turns = turnsOf(stamped, facts)
  return { ...stamped, ...turns, issuerUnitId, tenantId: ctx.tenantId, year: Number(facts.today.slice(0, 4)) }
}

function dutiesOf(ctx: Context, item: StoredItem): Parameters<typeof insertDuties>[1][number][] {
  const unitIds = [...(item.leadUnitId ? [item.leadUnitId] : []), ...item.supportingUnitIds]
  const isClosed = item.state === 'closed'
  // A sheet may tell that work is under way without telling when it was signed for.
  const isSigned = item.dispatchedOn !== null && item.state !== 'dispatched'
  const state = isClosed ? 'done' : isSigned ? 'signed' : item.dispatchedOn ? 'dispatched' : 'pending'
  return unitIds.map((unitId, position) => ({
    tenant_id: ctx.tenantId,
    item_id: item.id,
    unit_id: unitId,
    role: unitId === item.leadUnitId ? ('lead' as const) : ('support' as const),
    position,
    task: '',
    due_on: null,
    first_due_on: null,
    state,
    sign_by: null,
    signed_on: item.signedOn,
    signed_by: item.signedOn ? ctx.actor.name : null,
    done_on: isClosed ? item.finishedOn : null,
    done_by: isClosed ? ctx.actor.name : null,
    note: '',
    was_late: isClosed && item.wasLate,
  }))
}

/** What the sheet tells of the progress so far, as the lead's latest report. */
function reportOf(
  ctx: Context,
  item: StoredItem,
  { item: { report } }: New,
): Parameters<typeof insertReports>[1][number][] {
  if (!report || item.leadUnitId === null || item.dispatchedOn === null) return []
  const now = ctx.clock.now()
  return [
    {
      tenant_id: ctx.tenantId,
      id: newId(now.getTime()),
      item_id: item.id,
      round: item.round,
      unit_id: item.leadUnitId,
      kind: item.state === 'closed' || item.reportedOn ? ('completion' as const) : ('progress' as const),
      progress: item.progress,
      done: report.done,
      next: report.next,
      problems: report.problems,
      support: '',
      value: null,
      reported_at: now,
      reported_on: item.finishedOn ?? ctx.clock.today(),
      reporter_id: ctx.actor.userId,
      reporter: ctx.actor.name,
    },
  ]
}

function roundOf(ctx: Context, item: StoredItem): Parameters<typeof insertRounds>[1][number][] {
  if (item.state !== 'closed' || item.finishedOn === null || item.closedOn === null) return []
  const {
    id,
    round,
    dispatchedOn,
    signedOn,
    dueOn,
    firstDueOn,
    finishedOn,
    closedOn,
    wasLate,
    returnedCount,
  } = item
  return [
    {
      tenant_id: ctx.tenantId,
      item_id: id,
      round,
      dispatched_on: dispatchedOn,
      signed_on: signedOn,
      due_on: dueOn,
      first_due_on: firstDueOn,
      finished_on: finishedOn,
      closed_on: closedOn,
      was_late: wasLate,
      returned_count: returnedCount,
    },
  ]
}
