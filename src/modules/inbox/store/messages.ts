import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Level, Notice, Params } from '../schema.ts'
import { tables } from './tables.ts'

export interface StoredMessage {
  id: string
  cause: string
  kind: string
  level: Level
  subject: { type: string; id: string }
  params: Params
  createdAt: Date
  readAt: Date | null
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

/** How many of the recipients had not been told for this cause before. */
export async function insertMessages(
  tx: Tx,
  notice: Notice,
  { tenantId, createdAt }: { tenantId: string; createdAt: Date },
): Promise<number> {
  const rows = notice.recipients.map((accountId) => ({
    tenant_id: tenantId,
    id: newId(createdAt.getTime()),
    account_id: accountId,
    cause: notice.cause,
    kind: notice.kind,
    level: notice.level,
    subject_type: notice.subject.type,
    subject_id: notice.subject.id,
    params: JSON.stringify(notice.params ?? {}),
    created_at: createdAt,
    read_at: null,
    is_mail_due: true,
    mail_id: null,
    sent_mail_at: null,
  }))
  // Without a target: naming the key would ask for the right to see the other person's messages.
  const result = await tables(tx)
    .insertInto('inbox.message')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0n)
}

export interface MessageFilter {
  accountId: string
  isUnread: boolean
  level: Level | undefined
}

/** The newest first, with how many there are. */
export async function selectMessages(
  tx: Tx,
  filter: MessageFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ messages: StoredMessage[]; total: number }> {
  let query = tables(tx).selectFrom('inbox.message').where('account_id', '=', filter.accountId)
  if (filter.isUnread) query = query.where('read_at', 'is', null)
  if (filter.level) query = query.where('level', '=', filter.level)
  const { total } = await query
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await query
    .select(COLUMNS)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { messages: rows.map(messageOf), total }
}

export async function countUnread(tx: Tx, accountId: string): Promise<number> {
  const row = await tables(tx)
    .selectFrom('inbox.message')
    .select(({ fn }) => fn.countAll<number>().as('unread'))
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.unread
}

/** What was read before keeps its time. */
export async function markMessages(
  tx: Tx,
  which: { accountId: string; ids?: readonly string[]; upTo?: Date },
  readAt: Date,
): Promise<void> {
  let query = tables(tx)
    .updateTable('inbox.message')
    .set({ read_at: readAt })
    .where('account_id', '=', which.accountId)
    .where('read_at', 'is', null)
  if (which.ids) query = query.where('id', '=', sql<string>`any(${which.ids}::uuid[])`)
  if (which.upTo) query = query.where('created_at', '<=', which.upTo)
  await query.execute()
}

type MessageRow = {
  id: string
  cause: string
  kind: string
  level: Level
  subject_type: string
  subject_id: string
  params: unknown
  created_at: Date
  read_at: Date | null
}

export const messageOf = (row: MessageRow): StoredMessage => ({
  id: row.id,
  cause: row.cause,
  kind: row.kind,
  level: row.level,
  subject: { type: row.subject_type, id: row.subject_id },
  params: row.params as Params,
  createdAt: row.created_at,
  readAt: row.read_at,
})
