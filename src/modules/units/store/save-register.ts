import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import type { RegisterPlan } from '../rules/plan-register-load.ts'
import type { Register, RegisterUnit } from '../schema.ts'
import { tables } from './tables.ts'

/** Lets one load of a tenant's register wait for another. */
export async function lockRegister(tx: Tx, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('units.register'), hashtext(${tenantId}))`.execute(tx)
}

export interface SaveRegister {
  readonly tenantId: string
  readonly register: Register
  readonly plan: RegisterPlan
  /** Ids of the units stored before, by key. */
  readonly ids: ReadonlyMap<string, string>
}

/** Writes what the plan found different. Units stored before keep their ids. */
export async function saveRegister(tx: Tx, { tenantId, register, plan, ids }: SaveRegister): Promise<void> {
  if (plan.city) await saveCity(tx, tenantId, plan.city.after)
  const cohortKeys = new Set(plan.cohorts.map(({ after }) => after.key))
  for (const [position, cohort] of register.cohorts.entries())
    if (plan.reordered || cohortKeys.has(cohort.key)) {
      const columns = { name: cohort.name, name_en: cohort.nameEn, aliases: cohort.aliases, position }
      await tables(tx)
        .insertInto('units.cohort')
        .values({ tenant_id: tenantId, key: cohort.key, ...columns })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doUpdateSet(columns))
        .execute()
    }
  const all = new Map(register.units.map(({ key }) => [key, ids.get(key) ?? newId()]))
  const changed = new Set(plan.units.map(({ after }) => after.key))
  for (const [position, unit] of register.units.entries()) {
    const isChanged = changed.has(unit.key)
    if (isChanged || plan.reordered) await saveUnit(tx, { tenantId, unit, position, ids: all })
    if (isChanged) await replaceNames(tx, { tenantId, unit, unitId: all.get(unit.key)! })
  }
}

async function saveCity(tx: Tx, tenantId: string, { key, name, nameEn }: Register['city']): Promise<void> {
  const columns = { key, name, name_en: nameEn }
  await tables(tx)
    .insertInto('units.city')
    .values({ tenant_id: tenantId, ...columns })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(columns))
    .execute()
}

async function saveUnit(
  tx: Tx,
  row: { tenantId: string; unit: RegisterUnit; position: number; ids: ReadonlyMap<string, string> },
): Promise<void> {
  const { tenantId, unit, position, ids } = row
  const idOf = (key: string | null) => (key === null ? null : ids.get(key)!)
  const columns = {
    kind: unit.kind,
    name: unit.name,
    full_name: unit.fullName,
    name_en: unit.nameEn,
    code: unit.code,
    parent_id: idOf(unit.parent),
    valid_from: unit.validity.from,
    valid_to: unit.validity.to,
    successor_id: idOf(unit.successor),
    position,
  }
  await tables(tx)
    .insertInto('units.unit')
    .values({ tenant_id: tenantId, id: ids.get(unit.key)!, key: unit.key, ...columns })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doUpdateSet(columns))
    .execute()
}

async function replaceNames(
  tx: Tx,
  { tenantId, unit, unitId }: { tenantId: string; unit: RegisterUnit; unitId: string },
): Promise<void> {
  const owner = { tenant_id: tenantId, unit_id: unitId }
  await tables(tx).deleteFrom('units.unit_alias').where('unit_id', '=', unitId).execute()
  await tables(tx).deleteFrom('units.cohort_membership').where('unit_id', '=', unitId).execute()
  const aliases = unit.aliases.map((alias, position) => ({ ...owner, position, alias }))
  if (aliases.length > 0) await tables(tx).insertInto('units.unit_alias').values(aliases).execute()
  const memberships = unit.cohorts.map(({ key, validity }, position) => ({
    ...owner,
    position,
    cohort_key: key,
    valid_from: validity.from,
    valid_to: validity.to,
  }))
  if (memberships.length > 0)
    await tables(tx).insertInto('units.cohort_membership').values(memberships).execute()
}
