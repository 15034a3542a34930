import type { Context, Tx } from '../../../../kernel/context.ts'
import { NEW_ROUND } from '../../rules/new-item.ts'
import { listDuties, updateDuty } from '../../store/duties.ts'
import type { StoredItem } from '../../store/items.ts'
import { dropExtension } from './drop-extension.ts'

/**
 * Takes an item from its units: the parts not yet done wait for the next dispatch, and a request for an extension is
 * dropped. The round goes on, and with it its deadline and its notice. Returns the marks of the item.
 */
export async function takeBack(
  ctx: Context,
  tx: Tx,
  { item, lead }: { item: StoredItem; lead: 'pending' | 'declined' },
): Promise<Partial<StoredItem>> {
  for (const duty of await listDuties(tx, item.id)) {
    if (duty.state === 'done' || duty.state === 'waived') continue
    const state = duty.role === 'lead' ? lead : 'pending'
    await updateDuty(tx, duty, { state, sign_by: null, signed_on: null, signed_by: null })
  }
  const { notice, noticeOn } = item
  return { ...NEW_ROUND, notice, noticeOn, ...(await dropExtension(ctx, tx, item)) }
}
