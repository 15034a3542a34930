import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { messageOf, type StoredMessage } from './messages.ts'
import { tables } from './tables.ts'

export interface Mail {
  id: string
  accountId: string
  address: string
  locale: 'zh-CN' | 'en'
  /** The day of a daily mail. */
  digestOn: Day | null
}

const COLUMNS = [
  'id',
  'cause',
  'kind',
  'level',
  'subject_type',
  'subject_id',
  'params',
  'created_at',
  'read_at',
] as const

/** Messages that no mail has been decided on yet, the oldest first. */
export async function listMailDue(tx: Tx, accountId: string, limit: number): Promise<StoredMessage[]> {
  const rows = await tables(tx)
    .selectFrom('inbox.message')
    .select(COLUMNS)
    .where('account_id', '=', accountId)
    .where('is_mail_due', '=', true)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(messageOf)
}

export async function hasDigest(tx: Tx, accountId: string, day: Day): Promise<boolean> {
  const row = await tables(tx)
    .selectFrom('inbox.mail')
    .select('id')
    .where('account_id', '=', accountId)
    .where('digest_on', '=', day)
    .executeTakeFirst()
  return row !== undefined
}

/** Fixes what stands in a mail. */
export async function insertMail(
  tx: Tx,
  mail: Mail & { messageIds: readonly string[] },
  { tenantId, createdAt }: { tenantId: string; createdAt: Date },
): Promise<void> {
  await tables(tx)
    .insertInto('inbox.mail')
    .values({
      tenant_id: tenantId,
      id: mail.id,
      account_id: mail.accountId,
      address: mail.address,
      locale: mail.locale,
      digest_on: mail.digestOn,
      created_at: createdAt,
      sent_at: null,
    })
    .execute()
  await tables(tx)
    .updateTable('inbox.message')
    .set({ mail_id: mail.id, is_mail_due: false })
    .where('account_id', '=', mail.accountId)
    .where('id', 'in', mail.messageIds)
    .execute()
}

/** No mail about what waits: the person wants none, or there is no way to send it. */
export async function dropMailDue(tx: Tx, accountId: string): Promise<void> {
  await tables(tx)
    .updateTable('inbox.message')
    .set({ is_mail_due: false })
    .where('account_id', '=', accountId)
    .where('is_mail_due', '=', true)
    .execute()
}

/** Locked until the transaction ends, so that only one process sends it; undefined when it was sent. */
export async function lockMail(
  tx: Tx,
  id: string,
): Promise<(Mail & { messages: StoredMessage[] }) | undefined> {
  const row = await tables(tx)
    .selectFrom('inbox.mail')
    .selectAll()
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const messages = await tables(tx)
    .selectFrom('inbox.message')
    .select(COLUMNS)
    .where('mail_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return {
    id: row.id,
    accountId: row.account_id,
    address: row.address,
    locale: row.locale,
    digestOn: row.digest_on,
    messages: messages.map(messageOf),
  }
}

export async function markMail(tx: Tx, id: string, sentAt: Date): Promise<void> {
  await tables(tx).updateTable('inbox.mail').set({ sent_at: sentAt }).where('id', '=', id).execute()
  await tables(tx)
    .updateTable('inbox.message')
    .set({ sent_mail_at: sentAt })
    .where('mail_id', '=', id)
    .execute()
}
