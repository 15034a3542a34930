import type { Context, Tx } from '../../../kernel/context.ts'
import { journal } from '../../../platform/journal/index.ts'
import { findCityUnitId } from '../../units/index.ts'
import { insertItem, type NewItem, type StoredItem } from '../store/items.ts'

export type EnterItem = Omit<
  NewItem,
  'tenantId' | 'year' | 'issuerUnitId' | 'firstDueOn' | 'createdAt' | 'createdBy'
>

/** Gives an item its number and its first deadline, stores and journals it. */
export async function enterItem(ctx: Context, tx: Tx, item: EnterItem): Promise<StoredItem> {
  const supportingUnitIds = [...new Set(item.supportingUnitIds)].filter((id) => id !== item.leadUnitId)
  const stored = await insertItem(tx, {
    ...item,
    supportingUnitIds,
    tenantId: ctx.tenantId,
    issuerUnitId: (await findCityUnitId(tx)) ?? null,
    year: Number(ctx.clock.today().slice(0, 4)),
    firstDueOn: item.dueOn,
    createdAt: ctx.clock.now().toISOString(),
    createdBy: ctx.actor.name,
  })
  const { number, title, leadUnitId, dueOn, source } = stored
  await journal(tx, ctx, {
    action: 'ledger.item-created',
    subject: { type: 'item', id: stored.id },
    detail: {
      number,
      title,
      leadUnitId,
      supportingUnitIds,
      dueOn,
      ...(source.kind === 'statement' ? { statementId: source.statementId } : {}),
    },
  })
  return stored
}
