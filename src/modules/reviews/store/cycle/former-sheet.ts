import { sql } from 'kysely'
import type { Tx } from '../../../../kernel/context.ts'
import { thisTenant } from '../../../../platform/database/index.ts'
import type { BookSheetContent } from '../../schema.ts'

export interface FormerSheet {
  readonly number: number
  readonly reviewId: string
  readonly period: string
  readonly content: BookSheetContent
}

/** The unit's sheet in the newest book of an earlier period; undefined while there is none. */
export async function findFormerSheet(
  tx: Tx,
  { unitId, period }: { unitId: string; period: string },
): Promise<FormerSheet | undefined> {
  const { rows } = await sql<FormerSheet>`
    select b.number, r.id as "reviewId", r.period, s.content
    from reviews.review_book_sheet s
    join reviews.review_book b on b.tenant_id = s.tenant_id and b.number = s.number
    join reviews.review r on r.tenant_id = b.tenant_id and r.id = b.review_id
    where s.tenant_id = ${thisTenant} and s.unit_id = ${unitId} and r.period < ${period}
    order by r.period desc limit 1`.execute(tx)
  return rows[0]
}
