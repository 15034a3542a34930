import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'

interface ExternalPositionTable {
  tenant_id: string
  id: string
  indicator: number
  unit: number
  scope: string
  period: number
  /** Null: withdrawn. */
  position: number | null
  among: number | null
  value: string | null
  source: string
  recorded_at: Date
  recorded_by: string
  /** Empty unless the row withdraws what was put down before. */
  withdrawn_because: string
}

export type StoredPosition = Selectable<ExternalPositionTable>
export type PrintedPosition = StoredPosition & { readonly position: number }

const tables = (tx: Tx) => tx.withTables<{ 'indicators.external_position': ExternalPositionTable }>()

export async function insertPosition(tx: Tx, row: StoredPosition): Promise<void> {
  await tables(tx).insertInto('indicators.external_position').values(row).execute()
}

export interface PositionFilter {
  readonly indicators?: readonly number[] | undefined
  readonly unit?: number | undefined
}

/** All that was ever put down, the newest first, with what superseded or withdrew it. */
export async function positionHistory(
  tx: Tx,
  { indicators, unit }: PositionFilter,
): Promise<StoredPosition[]> {
  let query = tables(tx).selectFrom('indicators.external_position').selectAll()
  if (indicators) query = query.where('indicator', 'in', indicators)
  if (unit !== undefined) query = query.where('unit', '=', unit)
  return query.orderBy('recorded_at', 'desc').orderBy('id', 'desc').limit(MOST).execute()
}

const MOST = 1000

export function findPosition(tx: Tx, id: string): Promise<StoredPosition | undefined> {
  return tables(tx)
    .selectFrom('indicators.external_position')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The newest of each indicator, unit, scope and period: a later one supersedes or withdraws what was put down before. */
export async function newestPositions(
  tx: Tx,
  { indicators, unit }: PositionFilter,
): Promise<PrintedPosition[]> {
  if (indicators?.length === 0) return []
  let query = tables(tx)
    .selectFrom('indicators.external_position')
    .distinctOn(['indicator', 'unit', 'scope', 'period'])
    .selectAll()
  if (indicators) query = query.where('indicator', 'in', indicators)
  if (unit !== undefined) query = query.where('unit', '=', unit)
  const newest = await query
    .orderBy('indicator')
    .orderBy('unit')
    .orderBy('scope')
    .orderBy(sql`period desc`)
    .orderBy(sql`recorded_at desc`)
    .orderBy(sql`id desc`)
    .execute()
  return newest.filter((each): each is PrintedPosition => each.position !== null)
}
