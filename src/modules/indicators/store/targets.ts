import type { Selectable } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { PacePath } from '../rules/pace/pace-path.ts'
import type { TargetHorizon, TargetKind } from '../schema.ts'
import { type TargetTable, tables } from './tables.ts'

export interface StoredTarget {
  readonly id: string
  readonly indicator: number
  readonly unit: number
  readonly period: number
  readonly value: string
  readonly kind: TargetKind
  readonly horizon: TargetHorizon
  readonly path: PacePath
  readonly document: string
  readonly version: number
  readonly changedAt: Date
  readonly changedBy: string
}

export interface TargetFilter {
  readonly indicator?: number | undefined
  readonly unit?: number | undefined
  readonly period?: number | undefined
  readonly horizon?: TargetHorizon | undefined
}

export async function listTargets(tx: Tx, filter: TargetFilter): Promise<StoredTarget[]> {
  let query = tables(tx).selectFrom('indicators.target').selectAll()
  for (const column of ['indicator', 'unit', 'period', 'horizon'] as const) {
    const value = filter[column]
    if (value !== undefined) query = query.where(column, '=', value as never)
  }
  const rows = await query.orderBy('indicator').orderBy('unit').orderBy('kind').execute()
  return rows.map(targetOf)
}

/** The periods that have targets. */
export async function periodsOfTargets(tx: Tx): Promise<number[]> {
  const rows = await tables(tx).selectFrom('indicators.target').select('period').distinct().execute()
  return rows.map(({ period }) => period)
}

export async function insertTarget(tx: Tx, tenantId: string, target: StoredTarget): Promise<void> {
  await tables(tx)
    .insertInto('indicators.target')
    .values({
      tenant_id: tenantId,
      id: target.id,
      indicator: target.indicator,
      unit: target.unit,
      period: target.period,
      value: target.value,
      kind: target.kind,
      horizon: target.horizon,
      path: JSON.stringify(target.path),
      document: target.document,
      version: target.version,
      changed_at: target.changedAt,
      changed_by: target.changedBy,
    })
    .execute()
}

export async function updateTarget(tx: Tx, target: StoredTarget): Promise<void> {
  await tables(tx)
    .updateTable('indicators.target')
    .set({
      value: target.value,
      path: JSON.stringify(target.path),
      document: target.document,
      version: target.version,
      changed_at: target.changedAt,
      changed_by: target.changedBy,
    })
    .where('id', '=', target.id)
    .execute()
}

export async function deleteTarget(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom('indicators.target').where('id', '=', id).execute()
}

function targetOf(row: Selectable<TargetTable>): StoredTarget {
  return {
    id: row.id,
    indicator: row.indicator,
    unit: row.unit,
    period: row.period,
    value: row.value,
    kind: row.kind,
    horizon: row.horizon,
    path: PacePath.parse(row.path),
    document: row.document,
    version: row.version,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  }
}
