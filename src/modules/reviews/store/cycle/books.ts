import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../../kernel/context.ts'
import { thisTenant } from '../../../../platform/database/index.ts'
import type { BookContent, BookSheetContent, Corrected, Correction } from '../../schema.ts'
import { type CorrectionTable, cycleTables } from './tables.ts'

export interface StoredBook {
  readonly number: number
  readonly reviewId: string
  readonly content: BookContent
  readonly contentHash: string
  readonly frozenAt: Date
  readonly frozenBy: string
}

export interface StoredBookSheet {
  readonly unitId: string
  readonly content: BookSheetContent
  readonly contentHash: string
}

/** The next number of a book. The counter stays locked until the transaction ends: no gaps. */
export async function takeBookNumber(tx: Tx, tenantId: string): Promise<number> {
  const { last } = await cycleTables(tx)
    .insertInto('reviews.book_counter')
    .values({ tenant_id: tenantId, last: 1 })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ last: sql`book_counter.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

export async function insertBook(
  tx: Tx,
  tenantId: string,
  book: Omit<StoredBook, 'content'> & { content: string },
): Promise<void> {
  await cycleTables(tx)
    .insertInto('reviews.review_book')
    .values({
      tenant_id: tenantId,
      number: book.number,
      review_id: book.reviewId,
      content: book.content,
      content_hash: book.contentHash,
      frozen_at: book.frozenAt,
      frozen_by: book.frozenBy,
    })
    .execute()
}

export async function insertBookSheets(
  tx: Tx,
  { tenantId, number }: { tenantId: string; number: number },
  sheets: readonly { unitId: string; content: string; contentHash: string }[],
): Promise<void> {
  if (sheets.length === 0) return
  const of = { tenant_id: tenantId, number }
  await cycleTables(tx)
    .insertInto('reviews.review_book_sheet')
    .values(
      sheets.map(({ unitId, content, contentHash }) => ({
        ...of,
        unit_id: unitId,
        content,
        content_hash: contentHash,
      })),
    )
    .execute()
}

export async function findBook(tx: Tx, reviewId: string): Promise<StoredBook | undefined> {
  const row = await cycleTables(tx)
    .selectFrom('reviews.review_book')
    .selectAll()
    .where('review_id', '=', reviewId)
    .executeTakeFirst()
  if (!row) return undefined
  const { number, content, content_hash, frozen_at, frozen_by } = row
  return { number, reviewId, content, contentHash: content_hash, frozenAt: frozen_at, frozenBy: frozen_by }
}

/** The sheets of a book that the actor may see. */
export async function listBookSheets(tx: Tx, number: number): Promise<StoredBookSheet[]> {
  const rows = await cycleTables(tx)
    .selectFrom('reviews.review_book_sheet')
    .selectAll()
    .where('number', '=', number)
    .execute()
  return rows
    .map(({ unit_id, content, content_hash }) => ({ unitId: unit_id, content, contentHash: content_hash }))
    .sort((a, b) => a.content.position - b.content.position)
}

/** All books without their content, the newest first, with how many corrections the actor sees of each. */
export async function listBooks(tx: Tx): Promise<(Omit<StoredBook, 'content'> & { corrections: number })[]> {
  const { rows } = await sql<{
    number: number
    reviewId: string
    contentHash: string
    frozenAt: Date
    frozenBy: string
    corrections: number
  }>`
    select number, review_id as "reviewId", content_hash as "contentHash", frozen_at as "frozenAt", frozen_by as "frozenBy",
      (select count(*)::int from reviews.review_correction c
        where c.tenant_id = ${thisTenant} and c.book_number = b.number) as corrections
    from reviews.review_book b where b.tenant_id = ${thisTenant} order by number desc`.execute(tx)
  return rows
}

/** The next number of a correction; the caller has locked the review. */
export async function nextCorrection(tx: Tx, number: number): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select coalesce(max(seq), 0)::int + 1 as seq
    from reviews.review_correction where tenant_id = ${thisTenant} and book_number = ${number}`.execute(tx)
  return rows[0]!.seq
}

interface CorrectionRow extends Omit<Correction, 'correctedAt'> {
  readonly correctedAt: Date
}

export async function insertCorrection(
  tx: Tx,
  { tenantId, number }: { tenantId: string; number: number },
  correction: CorrectionRow,
): Promise<void> {
  await cycleTables(tx)
    .insertInto('reviews.review_correction')
    .values({
      tenant_id: tenantId,
      book_number: number,
      seq: correction.seq,
      unit_id: correction.unitId,
      line_id: correction.lineId,
      before: JSON.stringify(correction.before satisfies Corrected),
      after: JSON.stringify(correction.after),
      reason: correction.reason,
      corrected_at: correction.correctedAt,
      corrected_by: correction.correctedBy,
    })
    .execute()
}

/** The corrections of a book that the actor may see, in their order. */
export async function listCorrections(tx: Tx, number: number): Promise<Correction[]> {
  const rows = await cycleTables(tx)
    .selectFrom('reviews.review_correction')
    .selectAll()
    .where('book_number', '=', number)
    .orderBy('seq')
    .execute()
  return rows.map(correctionOf)
}

function correctionOf(row: Selectable<CorrectionTable>): Correction {
  return {
    seq: row.seq,
    lineId: row.line_id,
    unitId: row.unit_id,
    before: row.before,
    after: row.after,
    reason: row.reason,
    correctedAt: row.corrected_at.toISOString(),
    correctedBy: row.corrected_by,
  }
}
