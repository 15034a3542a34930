import type { Tx } from '../../../kernel/context.ts'
import type { Cohort, Unit } from '../schema.ts'
import { type MembershipTable, tables, type UnitTable } from './tables.ts'

/** All units of the tenant of every time, in the register's order. */
export async function loadUnits(tx: Tx): Promise<Unit[]> {
  const rows = await tables(tx).selectFrom('units.unit').selectAll().orderBy('position').execute()
  const aliases = await tables(tx).selectFrom('units.unit_alias').selectAll().orderBy('position').execute()
  const memberships = await tables(tx)
    .selectFrom('units.cohort_membership')
    .selectAll()
    .orderBy('position')
    .execute()
  const aliasesOf = Map.groupBy(aliases, (row) => row.unit_id)
  const membershipsOf = Map.groupBy(memberships, (row) => row.unit_id)
  return rows.map((row) =>
    unitOf(row, {
      aliases: (aliasesOf.get(row.id) ?? []).map(({ alias }) => alias),
      memberships: membershipsOf.get(row.id) ?? [],
    }),
  )
}

/** The cohorts of the tenant, in the register's order. */
export async function loadCohorts(tx: Tx): Promise<Cohort[]> {
  const rows = await tables(tx).selectFrom('units.cohort').selectAll().orderBy('position').execute()
  return rows.map(({ key, name, name_en, aliases }) => ({ key, name, nameEn: name_en, aliases }))
}

function unitOf(
  row: UnitTable,
  { aliases, memberships }: { aliases: string[]; memberships: readonly MembershipTable[] },
): Unit {
  return {
    id: row.id,
    key: row.key,
    kind: row.kind,
    name: row.name,
    fullName: row.full_name,
    nameEn: row.name_en,
    code: row.code,
    aliases,
    parentId: row.parent_id,
    validity: { from: row.valid_from, to: row.valid_to },
    successorId: row.successor_id,
    cohorts: memberships.map(({ cohort_key, valid_from, valid_to }) => ({
      key: cohort_key,
      validity: { from: valid_from, to: valid_to },
    })),
  }
}
