import type { Tx } from '../../kernel/context.ts'
import { setLocal } from '../database/index.ts'
import type { JournalTables } from './tables.ts'

export interface ListJournal {
  /** `since`, a moment before which nothing was written about it, spares looking into older partitions. */
  subject?: { type?: string; id: string; since?: Date }
  /** From 1; the newest entries come first. */
  page?: number
  pageSize?: number
}

export interface JournalLine {
  seq: number
  at: Date
  actor: { id: string; name: string }
  action: string
  subjectType: string
  subjectId: string
  detail: Record<string, unknown>
  hash: string
}

export interface JournalPage {
  entries: JournalLine[]
  total: number
  page: number
  pageSize: number
}

/**
 * One page of the transaction's tenant, newest first. Whoever may not read the journal sees the entries of a subject that
 * is named; that the subject may be seen is for the caller to have found out.
 */
export async function listJournal(tx: Tx, input: ListJournal = {}): Promise<JournalPage> {
  const { subject, page = 1, pageSize = 50 } = input
  if (subject) await setLocal(tx, 'quarterdeck.journal_subject', subject.id)
  let query = tx.withTables<JournalTables>().selectFrom('journal.entry')
  if (subject) query = query.where('subject_id', '=', subject.id)
  if (subject?.since) query = query.where('at', '>=', subject.since)
  if (subject?.type) query = query.where('subject_type', '=', subject.type)
  const { total } = await query
    .select((the) => the.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await query
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const entries = rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actor: { id: row.actor_id, name: row.actor_name },
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    detail: row.detail as Record<string, unknown>,
    hash: row.hash,
  }))
  return { entries, total, page, pageSize }
}
