import { sql } from 'kysely'
import type { Tx } from '../../../../kernel/context.ts'
import type { Day } from '../../../../kernel/day.ts'
import { thisTenant } from '../../../../platform/database/index.ts'
import type { BookLine } from '../../schema/book.ts'

/** A line of a book, as corrected since it was frozen. */
export interface PrintedLine extends Omit<BookLine, 'evidence' | 'draft' | 'lineId'> {
  readonly id: string
  readonly unitId: string
  readonly reviewId: string
  readonly reviewTitle: string
  readonly period: string
  readonly heldOn: Day
  /** What it is about: may name what it answers. */
  readonly key: string
  readonly included: boolean
}

export interface WhichLines {
  readonly unitIds?: readonly string[] | undefined
  readonly reviewId?: string
}

/**
 * The lines of all books, of one only or of some units only when given, in the order of the books. One query: a book has
 * some forty lines a unit.
 */
export async function selectPrintedLines(tx: Tx, { unitIds, reviewId }: WhichLines): Promise<PrintedLine[]> {
  const ofUnits = unitIds ? sql`and sheet.unit_id = any(${unitIds}::uuid[])` : sql``
  const ofReview = reviewId === undefined ? sql`` : sql`and book.review_id = ${reviewId}`
  const { rows } = await sql<PrintedLine>`
    select printed.line->>'lineId' as id, sheet.unit_id as "unitId", review.id as "reviewId",
      review.title as "reviewTitle", review.period,
      (review.held_at at time zone 'Asia/Shanghai')::date as "heldOn", kept.key,
      printed.line->>'side' as side, printed.line->>'kind' as kind, (printed.line->>'position')::int as position,
      printed.line->'text' as text, coalesce(corrected.words, printed.line->>'words') as words,
      printed.line->'sources' as sources, coalesce(corrected.included, true) as included,
      coalesce(corrected.outcome, printed.line->>'outcome') as outcome
    from reviews.review_book book
    join reviews.review review on review.tenant_id = book.tenant_id and review.id = book.review_id
    join reviews.review_book_sheet sheet on sheet.tenant_id = book.tenant_id and sheet.number = book.number,
      lateral (select line, at from jsonb_array_elements(sheet.content->'lines') with ordinality each (line, at)) printed
    join reviews.review_line kept on kept.tenant_id = ${thisTenant} and kept.id = (printed.line->>'lineId')::uuid
    left join lateral (
      select (array_agg(c.after->>'words' order by c.seq desc) filter (where c.after ? 'words'))[1] as words,
        (array_agg((c.after->>'included')::boolean order by c.seq desc) filter (where c.after ? 'included'))[1] as included,
        (array_agg(c.after->>'outcome' order by c.seq desc) filter (where c.after ? 'outcome'))[1] as outcome
      from reviews.review_correction c
      where c.tenant_id = ${thisTenant} and c.book_number = book.number and c.line_id = kept.id
    ) corrected on true
    where book.tenant_id = ${thisTenant} ${ofUnits} ${ofReview}
    order by review.held_at, (sheet.content->>'position')::int, printed.at`.execute(tx)
  return rows
}
