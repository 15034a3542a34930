import { type ColumnType, type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import type { ClaimKind, ClaimMeasure, ClaimVerdict, MatchState } from '../schema/claims.ts'

type Json = ColumnType<unknown, string, string>

interface ClaimTable {
  tenant_id: string
  /** The statement's. */
  id: string
  report_id: string
  report_title: string
  report_date: Day | null
  report_period: string | null
  place: number
  kind: ClaimKind
  unit_id: string | null
  subject: string
  period: string | null
  detail: Json
  quote: string[]
  indicator: number | null
  measure: ClaimMeasure | null
  cohort: string | null
  match_period: string | null
  match_state: MatchState
  matched_by: string | null
  matched_at: Date | null
  verdict: ClaimVerdict | null
  reason: string | null
  evidence: ColumnType<unknown, string | null, string | null>
  vintage: number | null
  checked_at: Date | null
  checked_by: string | null
  withdrawn_at: Date | null
  version: number
}

export type StoredClaim = Selectable<ClaimTable>
export type ClaimChange = Partial<Insertable<ClaimTable>>

const tables = (tx: Tx) =>
  tx.withTables<{
    'indicators.claim': ClaimTable
    'indicators.claims_begun': { tenant_id: string; begun_at: Date; statements: number }
  }>()

/** Puts a claim down unless it stands there already. */
export async function insertClaim(tx: Tx, row: Insertable<ClaimTable>): Promise<void> {
  await tables(tx)
    .insertInto('indicators.claim')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doNothing())
    .execute()
}

/** Changes a claim that was locked or found before. */
export async function updateClaim(tx: Tx, id: string, change: ClaimChange): Promise<void> {
  await tables(tx)
    .updateTable('indicators.claim')
    .set(change)
    .set('version', sql<number>`version + 1`)
    .where('id', '=', id)
    .execute()
}

export async function findClaim(
  tx: Tx,
  id: string,
  { forUpdate = false } = {},
): Promise<StoredClaim | undefined> {
  const query = tables(tx).selectFrom('indicators.claim').selectAll().where('id', '=', id)
  return (forUpdate ? query.forUpdate() : query).executeTakeFirst()
}

/** The claims of a report in the order of its text, without those whose statement was reopened; locked in one order. */
export function claimsOfReport(tx: Tx, reportId: string, { forUpdate = false } = {}): Promise<StoredClaim[]> {
  const query = tables(tx)
    .selectFrom('indicators.claim')
    .selectAll()
    .where('report_id', '=', reportId)
    .where('withdrawn_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
  return (forUpdate ? query.forUpdate() : query).execute()
}

export interface ClaimFilter {
  readonly reportId?: string | undefined
  readonly unitId?: string | undefined
  readonly kind?: ClaimKind | undefined
  readonly match?: MatchState | undefined
  readonly verdict?: ClaimVerdict | 'unchecked' | undefined
}

/** A page, the newest report first, each report in the order of its text. */
export async function listClaims(
  tx: Tx,
  filter: ClaimFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ claims: StoredClaim[]; total: number }> {
  let query = tables(tx).selectFrom('indicators.claim').where('withdrawn_at', 'is', null)
  if (filter.reportId) query = query.where('report_id', '=', filter.reportId)
  if (filter.unitId) query = query.where('unit_id', '=', filter.unitId)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.match) query = query.where('match_state', '=', filter.match)
  if (filter.verdict === 'unchecked') query = query.where('verdict', 'is', null)
  else if (filter.verdict) query = query.where('verdict', '=', filter.verdict)
  const { total } = await query
    .select((the) => the.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const claims = await query
    .selectAll()
    .orderBy(sql`report_date desc nulls last`)
    .orderBy('report_id')
    .orderBy('place')
    .orderBy('id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { claims, total }
}

export interface ReportTally {
  readonly reportId: string
  readonly title: string
  readonly date: Day | null
  readonly claims: number
  readonly confirmed: number
  readonly contradicted: number
  readonly unknown: number
  readonly unchecked: number
  readonly matched: number
}

/** How the claims of each report stand, the newest report first. */
export async function tallyReports(tx: Tx, reportId?: string): Promise<ReportTally[]> {
  const { rows } = await sql<ReportTally>`
    select report_id as "reportId", max(report_title) as title, max(report_date)::text as date, count(*)::int as claims,
      count(*) filter (where verdict = 'confirmed')::int as confirmed,
      count(*) filter (where verdict = 'contradicted')::int as contradicted,
      count(*) filter (where verdict = 'unknown')::int as unknown,
      count(*) filter (where verdict is null)::int as unchecked,
      count(*) filter (where match_state = 'confirmed')::int as matched
    from indicators.claim
    where tenant_id = ${thisTenant} and withdrawn_at is null and (${reportId ?? null}::uuid is null or report_id = ${reportId ?? null}::uuid)
    group by report_id
    order by max(report_date) desc nulls last, report_id`.execute(tx)
  return rows
}

/** Whether the statements of before this module were taken over. */
export async function haveClaimsBegun(tx: Tx): Promise<boolean> {
  const row = await tables(tx).selectFrom('indicators.claims_begun').select('begun_at').executeTakeFirst()
  return row !== undefined
}

/** Says so; false when another process was first. */
export async function beginClaims(
  tx: Tx,
  row: { tenant_id: string; begun_at: Date; statements: number },
): Promise<boolean> {
  const inserted = await tables(tx)
    .insertInto('indicators.claims_begun')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('tenant_id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** The newest vintage that had been published before an instant. */
export async function vintageBefore(tx: Tx, instant: Date): Promise<number | null> {
  const { rows } = await sql<{ number: number | null }>`
    select max(number) as number from indicators.vintage where tenant_id = ${thisTenant} and published_at < ${instant}`.execute(
    tx,
  )
  return rows[0]?.number ?? null
}
