import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { ReadingTable } from './tables.ts'

type EntryTables = {
  'indicators.reading': ReadingTable & {
    returned_for: string
    returned_by: string | null
    returned_at: Date | null
  }
}
export type StoredReading = Selectable<EntryTables['indicators.reading']>

const tables = (tx: Tx) => tx.withTables<EntryTables>()

/** Readings of one period that the actor may see, locked when they are about to change. */
export function findReadings(
  tx: Tx,
  { period, indicators }: { period: number; indicators?: readonly number[] | undefined },
  { forUpdate = false } = {},
): Promise<StoredReading[]> {
  let query = tables(tx).selectFrom('indicators.reading').selectAll().where('period', '=', period)
  if (indicators) query = query.where('indicator', 'in', indicators.length > 0 ? indicators : [0])
  query = query.orderBy('indicator').orderBy('unit')
  return (forUpdate ? query.forUpdate() : query).execute()
}

export interface ReportedReading {
  readonly indicator: number
  readonly period: number
  readonly unit: number
  readonly unitId: string | null
  readonly value: string | null
  readonly note: string
}

const BATCH = 5000

/** Puts readings down as reported, over what stood there; the policies of the table say whose. */
export async function putReadings(
  tx: Tx,
  by: { tenantId: string; userId: string; inNameOf: readonly string[]; name: string; at: Date },
  readings: readonly ReportedReading[],
): Promise<void> {
  for (let from = 0; from < readings.length; from += BATCH) {
    const batch = readings.slice(from, from + BATCH)
    await sql`insert into indicators.reading as reading (tenant_id, indicator, period, unit, unit_id, value, note, state,
        reporter_id, in_name_of, reported_by, reported_at)
      select ${by.tenantId}::uuid, row.indicator, row.period, row.unit, row.unit_id, row.value, row.note, 'reported',
        ${by.userId}::uuid, ${by.inNameOf}::uuid[], ${by.name}, ${by.at}
      from unnest(${batch.map((each) => each.indicator)}::int[], ${batch.map((each) => each.period)}::int[],
          ${batch.map((each) => each.unit)}::int[], ${batch.map((each) => each.unitId)}::uuid[],
          ${batch.map((each) => each.value)}::numeric[], ${batch.map((each) => each.note)}::text[])
        as row (indicator, period, unit, unit_id, value, note)
      on conflict (tenant_id, indicator, period, unit) do update set value = excluded.value, note = excluded.note,
        state = 'reported', reporter_id = excluded.reporter_id, in_name_of = excluded.in_name_of, reported_by = excluded.reported_by,
        reported_at = excluded.reported_at, verifier_id = null, verified_by = null, verified_at = null,
        returned_for = '', returned_by = null, returned_at = null, version = reading.version + 1`.execute(tx)
  }
}

interface ReadingKey {
  readonly indicator: number
  readonly period: number
  readonly unit: number
}

/** Changes one reading that was found before. */
export async function updateReading(
  tx: Tx,
  { indicator, period, unit }: ReadingKey,
  change: Partial<Omit<StoredReading, 'tenant_id' | 'indicator' | 'period' | 'unit' | 'unit_id'>>,
): Promise<void> {
  await tables(tx)
    .updateTable('indicators.reading')
    .set(change)
    .where('indicator', '=', indicator)
    .where('period', '=', period)
    .where('unit', '=', unit)
    .execute()
}

export async function deleteReading(tx: Tx, { indicator, period, unit }: ReadingKey): Promise<void> {
  await tables(tx)
    .deleteFrom('indicators.reading')
    .where('indicator', '=', indicator)
    .where('period', '=', period)
    .where('unit', '=', unit)
    .where('state', '=', 'reported')
    .execute()
}
