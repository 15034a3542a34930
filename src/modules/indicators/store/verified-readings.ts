import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import { tables } from './tables.ts'

export interface VerifiedReading {
  readonly indicator: number
  readonly period: number
  readonly unit: number
  readonly value: string | null
  readonly note: string
  readonly reportedBy: string
  readonly verifiedBy: string
}

/** What is ready to be published, locked. Without indicators or a period: all of it. */
export async function takeVerifiedReadings(
  tx: Tx,
  { indicators, period }: { indicators?: readonly number[] | undefined; period?: number | undefined },
): Promise<VerifiedReading[]> {
  let query = tables(tx).selectFrom('indicators.reading').selectAll().where('state', '=', 'verified')
  if (indicators) query = query.where('indicator', 'in', indicators)
  if (period !== undefined) query = query.where('period', '=', period)
  const rows = await query.forUpdate().execute()
  return rows.map(({ indicator, period: of, unit, value, note, reported_by, verified_by }) => ({
    indicator,
    period: of,
    unit,
    value,
    note,
    reportedBy: reported_by,
    verifiedBy: verified_by!,
  }))
}

/** Takes away what has been published just now: it stands in a block, and in the journal who reported it. */
export async function deletePublishedReadings(tx: Tx, readings: readonly VerifiedReading[]): Promise<void> {
  await sql`delete from indicators.reading using unnest(${readings.map(({ indicator }) => indicator)}::int[],
      ${readings.map(({ period }) => period)}::int[], ${readings.map(({ unit }) => unit)}::int[])
      as published (indicator, period, unit)
    where reading.tenant_id = ${thisTenant} and reading.indicator = published.indicator and reading.period = published.period
      and reading.unit = published.unit`.execute(tx)
}
