import type { Selectable } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { type PublicationTable, tables } from './tables.ts'

export interface StoredPublication {
  readonly number: number
  readonly indicator: number | null
  /** Of a composite league; null for an indicator's table. */
  readonly leagueId: string | null
  readonly cohort: string
  readonly period: number
  readonly vintage: number
  readonly asOfDay: Day
  readonly title: string
  readonly content: unknown
  readonly contentHash: string
  readonly frozenAt: Date
  readonly frozenBy: string
}

export async function insertPublication(
  tx: Tx,
  { tenantId, freezerId }: { tenantId: string; freezerId: string },
  publication: Omit<StoredPublication, 'content'> & { content: string },
): Promise<void> {
  await tables(tx)
    .insertInto('indicators.publication')
    .values({
      tenant_id: tenantId,
      number: publication.number,
      league_id: publication.leagueId,
      indicator: publication.indicator,
      cohort: publication.cohort,
      period: publication.period,
      vintage: publication.vintage,
      as_of: publication.asOfDay,
      title: publication.title,
      content: publication.content,
      content_hash: publication.contentHash,
      frozen_at: publication.frozenAt,
      frozen_by: publication.frozenBy,
      freezer_id: freezerId,
    })
    .execute()
}

export async function findPublication(tx: Tx, number: number): Promise<StoredPublication | undefined> {
  const row = await tables(tx)
    .selectFrom('indicators.publication')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirst()
  return row && publicationOf(row)
}

/** A page, the newest first. */
export async function listPublications(
  tx: Tx,
  { indicator, page, pageSize }: { indicator: number | undefined; page: number; pageSize: number },
): Promise<{ publications: StoredPublication[]; total: number }> {
  let query = tables(tx).selectFrom('indicators.publication')
  if (indicator !== undefined) query = query.where('indicator', '=', indicator)
  const { total } = await query
    .select((the) => the.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await query
    .selectAll()
    .orderBy('number', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { publications: rows.map(publicationOf), total }
}

function publicationOf(row: Selectable<PublicationTable>): StoredPublication {
  return {
    number: row.number,
    indicator: row.indicator,
    leagueId: row.league_id,
    cohort: row.cohort,
    period: row.period,
    vintage: row.vintage,
    asOfDay: row.as_of,
    title: row.title,
    content: row.content,
    contentHash: row.content_hash,
    frozenAt: row.frozen_at,
    frozenBy: row.frozen_by,
  }
}
