import { sql } from 'kysely'
import type { Tx } from '../../../../kernel/context.ts'
import { thisTenant } from '../../../../platform/database/index.ts'
import type { Stage } from '../../schema/cycle.ts'

/** How a review was run, counted over what the actor sees. */
export interface ReviewCounts {
  readonly id: string
  readonly period: string
  readonly title: string
  readonly stage: Stage
  readonly heldAt: Date
  readonly speakers: number
  readonly minutesAllowed: number
  readonly lines: number
  readonly corrections: number
  /** Lines that were stale when the book was frozen, as the book says; null where it says nothing. */
  readonly stale: number | null
  /** When the commitments memo went out. */
  readonly sentAt: Date | null
}

/** All reviews, the newest first: one query with a subquery for each count. */
export async function selectReviewCounts(tx: Tx): Promise<ReviewCounts[]> {
  const { rows } = await sql<ReviewCounts>`
    select r.id, r.period, r.title, r.stage, r.held_at as "heldAt",
      (select count(*)::int from reviews.review_speaker s
        where s.tenant_id = ${thisTenant} and s.review_id = r.id) as speakers,
      (select coalesce(sum(s.minutes), 0)::int from reviews.review_speaker s
        where s.tenant_id = ${thisTenant} and s.review_id = r.id) as "minutesAllowed",
      (select count(*)::int from reviews.review_line l
        where l.tenant_id = ${thisTenant} and l.review_id = r.id and l.included) as lines,
      (select count(*)::int from reviews.review_correction c
        where c.tenant_id = ${thisTenant} and c.book_number = b.number) as corrections,
      (b.content->>'staleLines')::int as stale,
      (select entered_at from reviews.review_stage t
        where t.tenant_id = ${thisTenant} and t.review_id = r.id and t.stage = 'committed') as "sentAt"
    from reviews.review r left join reviews.review_book b on b.tenant_id = r.tenant_id and b.review_id = r.id
    where r.tenant_id = ${thisTenant}
    order by r.period desc`.execute(tx)
  return rows
}
