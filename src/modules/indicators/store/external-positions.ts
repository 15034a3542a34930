import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'

interface ExternalPositionTable {
  tenant_id: string
  id: string
  indicator: number
  unit: number
  scope: string
  period: number
  position: number
  among: number | null
  value: string | null
  source: string
  recorded_at: Date
  recorded_by: string
}

export type StoredPosition = Selectable<ExternalPositionTable>

const tables = (tx: Tx) => tx.withTables<{ 'indicators.external_position': ExternalPositionTable }>()

export async function insertPosition(tx: Tx, row: StoredPosition): Promise<void> {
  await tables(tx).insertInto('indicators.external_position').values(row).execute()
}

export interface PositionFilter {
  readonly indicators?: readonly number[] | undefined
  readonly unit?: number | undefined
}

/** The newest of each indicator, unit, scope and period: a later one supersedes what was put down before. */
export function newestPositions(tx: Tx, { indicators, unit }: PositionFilter): Promise<StoredPosition[]> {
  if (indicators?.length === 0) return Promise.resolve([])
  let query = tables(tx)
    .selectFrom('indicators.external_position')
    .distinctOn(['indicator', 'unit', 'scope', 'period'])
    .selectAll()
  if (indicators) query = query.where('indicator', 'in', indicators)
  if (unit !== undefined) query = query.where('unit', '=', unit)
  return query
    .orderBy('indicator')
    .orderBy('unit')
    .orderBy('scope')
    .orderBy(sql`period desc`)
    .orderBy(sql`recorded_at desc`)
    .orderBy(sql`id desc`)
    .execute()
}
