import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { TenantKeyRange } from '../../../platform/module.ts'

/** A growth on the year before rests on the period a year earlier (rules/period: the day as yyyymmdd). */
const A_YEAR = 10_000

/**
 * What rests on statements of a range, or on published values of a range of periods: an answer that somebody was given must
 * come out the same when it is asked for again.
 */
export async function pointsAt(
  tx: Tx,
  { tenantId, kind, from, until }: TenantKeyRange,
): Promise<Record<string, number>> {
  if (kind === 'statements') {
    const { rows } = await sql<{ claims: number }>`select count(*)::int as claims from indicators.claim
      where tenant_id = ${tenantId}::uuid and id >= ${from}::uuid and id < ${until}::uuid`.execute(tx)
    return { 'indicators.claims': rows[0]!.claims }
  }
  if (kind !== 'observations') return {}
  const [first, end] = [Number(from), Number(until)]
  const { rows } = await sql<Record<string, number>>`
    with mine as (
      select distinct indicator from indicators.block
      where tenant_id = ${tenantId}::uuid and period >= ${first}::int and period < ${end}::int)
    select
      (select count(*)::int from indicators.publication where tenant_id = ${tenantId}::uuid
        and period >= ${first}::int and period < ${end + A_YEAR}::int) as "indicators.publications",
      (select count(*)::int from indicators.claim where tenant_id = ${tenantId}::uuid
        and verdict is not null and indicator in (select indicator from mine)) as "indicators.claims",
      (select count(*)::int from indicators.target where tenant_id = ${tenantId}::uuid
        and period >= ${first}::int and period < ${end + A_YEAR}::int) as "indicators.targets",
      (select count(*)::int from indicators.alert where tenant_id = ${tenantId}::uuid
        and period >= ${first}::int and period < ${end + A_YEAR}::int) as "indicators.alerts",
      (select count(*)::int from indicators.reading where tenant_id = ${tenantId}::uuid
        and period >= ${first}::int and period < ${end}::int) as "indicators.readings"`.execute(tx)
  return rows[0]!
}
