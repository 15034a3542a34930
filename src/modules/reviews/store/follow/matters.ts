import type { Selectable } from 'kysely'
import type { Tx } from '../../../../kernel/context.ts'
import type { Day } from '../../../../kernel/day.ts'
import { type MatterTable, tables } from './tables.ts'

/** What a matter is made of. */
export interface PartRef {
  readonly kind: 'statement' | 'line'
  readonly id: string
}

export interface StoredMatter {
  readonly id: string
  readonly unitId: string
  readonly title: string | null
  readonly settled: { readonly on: Day; readonly by: string; readonly reason: string } | null
  readonly mergedInto: string | null
  readonly version: number
  readonly createdAt: Date
  readonly createdBy: string
  readonly changedAt: Date
  readonly changedBy: string
}

export interface StoredPart extends PartRef {
  readonly matterId: string
  readonly unitId: string
  readonly addedAt: Date
  readonly addedBy: string
}

/** Matters that were not merged away, of the units that the actor sees; of some units only when given. */
export async function selectMatters(tx: Tx, unitIds?: readonly string[]): Promise<StoredMatter[]> {
  let query = tables(tx).selectFrom('reviews.matter').selectAll().where('merged_into', 'is', null)
  if (unitIds) query = query.where('unit_id', 'in', [...unitIds, NOBODY])
  return (await query.orderBy('id').execute()).map(matterOf)
}

/** A matter, also one that was merged away; `forUpdate` locks it. */
export async function findMatter(
  tx: Tx,
  id: string,
  options: { forUpdate?: boolean } = {},
): Promise<StoredMatter | undefined> {
  let query = tables(tx).selectFrom('reviews.matter').selectAll().where('id', '=', id)
  if (options.forUpdate) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row && matterOf(row)
}

/** The parts of matters in the order in which they were added; of some units only when given. */
export async function selectParts(tx: Tx, unitIds?: readonly string[]): Promise<StoredPart[]> {
  let query = tables(tx).selectFrom('reviews.matter_part').selectAll()
  if (unitIds) query = query.where('unit_id', 'in', [...unitIds, NOBODY])
  const rows = await query.orderBy('added_at').orderBy('part_id').execute()
  return rows.map((row) => ({
    id: row.part_id,
    kind: row.statement_id === null ? ('line' as const) : ('statement' as const),
    matterId: row.matter_id,
    unitId: row.unit_id,
    addedAt: row.added_at,
    addedBy: row.added_by,
  }))
}

export async function insertMatter(
  tx: Tx,
  tenantId: string,
  matter: Pick<StoredMatter, 'id' | 'unitId' | 'title' | 'createdAt' | 'createdBy'>,
): Promise<void> {
  const { id, unitId, title, createdAt, createdBy } = matter
  await tables(tx)
    .insertInto('reviews.matter')
    .values({
      tenant_id: tenantId,
      id,
      unit_id: unitId,
      title,
      created_at: createdAt,
      created_by: createdBy,
      changed_at: createdAt,
      changed_by: createdBy,
    })
    .execute()
}

/** What may change of a matter, with the version that it gets. */
export interface MatterChange {
  readonly version: number
  readonly title?: string | null
  readonly settled?: StoredMatter['settled']
  readonly mergedInto?: string
  readonly changedAt: Date
  readonly changedBy: string
}

export async function updateMatter(tx: Tx, id: string, change: MatterChange): Promise<void> {
  const { title, settled, mergedInto } = change
  await tables(tx)
    .updateTable('reviews.matter')
    .set({
      version: change.version,
      changed_at: change.changedAt,
      changed_by: change.changedBy,
      ...(title === undefined ? {} : { title }),
      ...(settled === undefined
        ? {}
        : {
            settled_on: settled?.on ?? null,
            settled_by: settled?.by ?? null,
            settled_reason: settled?.reason ?? null,
          }),
      ...(mergedInto === undefined ? {} : { merged_into: mergedInto }),
    })
    .where('id', '=', id)
    .execute()
}

/** Puts parts into a matter, out of whichever one they were in. One statement for all. */
export async function putParts(tx: Tx, tenantId: string, parts: readonly StoredPart[]): Promise<void> {
  if (parts.length === 0) return
  await tables(tx)
    .insertInto('reviews.matter_part')
    .values(
      parts.map(({ id, kind, matterId, unitId, addedAt, addedBy }) => ({
        tenant_id: tenantId,
        matter_id: matterId,
        unit_id: unitId,
        statement_id: kind === 'statement' ? id : null,
        line_id: kind === 'line' ? id : null,
        added_at: addedAt,
        added_by: addedBy,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'part_id']).doUpdateSet((set) => ({
        matter_id: set.ref('excluded.matter_id'),
        added_at: set.ref('excluded.added_at'),
        added_by: set.ref('excluded.added_by'),
      })),
    )
    .execute()
}

export async function removeParts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tables(tx).deleteFrom('reviews.matter_part').where('part_id', 'in', ids).execute()
}

/** No unit has it: `in` of an empty list is no SQL. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

function matterOf(row: Selectable<MatterTable>): StoredMatter {
  return {
    id: row.id,
    unitId: row.unit_id,
    title: row.title,
    settled:
      row.settled_on === null
        ? null
        : { on: row.settled_on, by: row.settled_by!, reason: row.settled_reason! },
    mergedInto: row.merged_into,
    version: row.version,
    createdAt: row.created_at,
    createdBy: row.created_by,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  }
}
