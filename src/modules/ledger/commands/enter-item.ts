import type { Context, Tx } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import { journal } from '../../../platform/journal/index.ts'
import { findCityUnitId } from '../../units/index.ts'
import type { ClockFacts } from '../clock-facts.ts'
import { planNewItem } from '../rules/new-item.ts'
import type { CreateItem, Item, ItemSource } from '../schema.ts'
import { syncDuties } from '../store/duties.ts'
import { insertItem, type StoredItem } from '../store/items.ts'
import { placeInTree } from './place-in-tree.ts'
import { requireFreeNumber } from './require-free-number.ts'
import { rollUp } from './roll-up.ts'

export interface EnterItem {
  /** Given by who keeps a reference to the item; left out: a new one. */
  readonly id?: string
  readonly fields: Omit<CreateItem, 'isClassified'>
  readonly state: Extract<Item['state'], 'draft' | 'reviewed'>
  readonly source: ItemSource
  readonly responsibleText?: readonly string[]
  readonly facts: ClockFacts
}

/** Gives an item its number, its place in the tree and its first deadline, stores and journals it. */
export async function enterItem(ctx: Context, tx: Tx, entering: EnterItem): Promise<StoredItem> {
  const { facts, source } = entering
  const now = ctx.clock.now()
  await requireFreeNumber(tx, entering.fields)
  const level = await placeInTree(tx, entering.fields)
  const stored = await insertItem(tx, {
    ...planNewItem(entering, facts),
    level,
    id: entering.id ?? newId(now.getTime()),
    tenantId: ctx.tenantId,
    issuerUnitId: (await findCityUnitId(tx)) ?? null,
    year: Number(facts.today.slice(0, 4)),
    createdAt: now.toISOString(),
    createdBy: ctx.actor.name,
    changedAt: now.toISOString(),
    changedBy: ctx.actor.name,
  })
  await syncDuties(tx, ctx.tenantId, stored)
  if (stored.parentId !== null) await rollUp(ctx, tx, { parentIds: [stored.parentId], facts })
  const { number, title, leadUnitId, supportingUnitIds, dueOn } = stored
  await journal(tx, ctx, {
    action: 'ledger.item-created',
    subject: { type: 'item', id: stored.id },
    detail: {
      number,
      title,
      leadUnitId,
      supportingUnitIds,
      dueOn,
      source: source.kind,
      ...(source.kind === 'statement' ? { statementId: source.statementId } : {}),
    },
  })
  return stored
}
