import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Notice } from '../schema.ts'
import { messageOf, type StoredMessage } from './messages.ts'
import { tables } from './tables.ts'

/** The id of the delivery; undefined when this cause was told to the tenant's systems before. */
export async function insertDelivery(
  tx: Tx,
  notice: Notice,
  { tenantId, createdAt }: { tenantId: string; createdAt: Date },
): Promise<string | undefined> {
  const id = newId(createdAt.getTime())
  const result = await tables(tx)
    .insertInto('inbox.webhook_delivery')
    .values({
      tenant_id: tenantId,
      id,
      cause: notice.cause,
      kind: notice.kind,
      level: notice.level,
      subject_type: notice.subject.type,
      subject_id: notice.subject.id,
      params: JSON.stringify(notice.params ?? {}),
      account_ids: [...notice.recipients],
      created_at: createdAt,
      sent_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n ? id : undefined
}

export interface Delivery extends Omit<StoredMessage, 'readAt'> {
  accountIds: string[]
}

/** Locked until the transaction ends, so that only one process sends it; undefined when it was sent. */
export async function lockDelivery(tx: Tx, id: string): Promise<Delivery | undefined> {
  const row = await tables(tx)
    .selectFrom('inbox.webhook_delivery')
    .selectAll()
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && { ...messageOf({ ...row, read_at: null }), accountIds: row.account_ids }
}

export async function markDelivery(tx: Tx, id: string, sentAt: Date): Promise<void> {
  await tables(tx)
    .updateTable('inbox.webhook_delivery')
    .set({ sent_at: sentAt })
    .where('id', '=', id)
    .execute()
}

/** Every cause that was told has its delivery, whether the tenant has a webhook or not. */
export async function findToldCauses(tx: Tx, causes: readonly string[]): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom('inbox.webhook_delivery')
    .select('cause')
    .where('cause', '=', sql<string>`any(${causes}::text[])`)
    .execute()
  return rows.map(({ cause }) => cause)
}
