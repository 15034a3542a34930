import type { Tx } from '../../../kernel/context.ts'
import { type MeasuredUnitTable, tables } from './tables.ts'

export interface StoredUnit {
  readonly number: number
  readonly unitId: string | null
  readonly key: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly cohort: string | null
}

export async function loadMeasuredUnits(tx: Tx): Promise<StoredUnit[]> {
  const rows = await tables(tx).selectFrom('indicators.measured_unit').selectAll().orderBy('number').execute()
  return rows.map(({ number, unit_id, key, name, aliases, cohort }) => ({
    number,
    unitId: unit_id,
    key,
    name,
    aliases,
    cohort,
  }))
}

/** Adds units that are not there yet; the head must be locked. */
export async function insertMeasuredUnits(
  tx: Tx,
  tenantId: string,
  units: readonly StoredUnit[],
): Promise<void> {
  const rows = units.map(
    ({ number, unitId, key, name, aliases, cohort }): MeasuredUnitTable => ({
      tenant_id: tenantId,
      number,
      unit_id: unitId,
      key,
      name,
      aliases: [...aliases],
      kind: unitId === null ? 'external' : 'registered',
      cohort,
    }),
  )
  await tables(tx).insertInto('indicators.measured_unit').values(rows).execute()
}
