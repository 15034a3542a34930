import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '../../apps/modules.ts'
import { readPack, storeRegister } from '../../modules/units/index.ts'
import { journal } from '../journal/index.ts'
import { createTenant, type Tenant } from '../tenants/index.ts'
import { openTestCity, type TestCity } from '../testing/index.ts'
import { createContext, systemActor } from './index.ts'

let city: TestCity
let other: Tenant
beforeAll(async () => {
  city = await openTestCity()
  const { database, clock } = city
  other = await createTenant(database, { key: 'elsewhere', name: '别处', pack: 'riverport' })
  const actor = systemActor(modules)
  const ctx = createContext({ database, tenantId: other.id, actor, clock, locale: 'en', modules })
  await storeRegister(ctx, readPack('riverport').register)
})
afterAll(() => city?.close())

/** Runs SQL inside the fixture city, as any command would. */
const inCity = (text: string) =>
  city.database.forTenant({ tenantId: city.tenant.id }, (tx) => sql.raw(text).execute(tx))

interface TenantTable {
  name: string
  columns: string
}

async function tenantTables(): Promise<TenantTable[]> {
  const { rows } = await sql<TenantTable>`
    select format('%I.%I', table_schema, table_name) as name,
      string_agg(format('%I', column_name), ', ') as columns
    from information_schema.columns
    where table_schema !~ '^pg_' and table_schema not in ('information_schema', 'platform') and is_generated = 'NEVER'
      and identity_generation is distinct from 'ALWAYS'
    group by table_schema, table_name having bool_or(column_name = 'tenant_id')`.execute(city.database.owner)
  return rows
}

describe('Two tenants of one installation', () => {
  it('see nothing of each other in any table', async () => {
    for (const { name } of await tenantTables()) {
      const { rows } = await inCity(
        `select count(*) as count from ${name} where tenant_id <> '${city.tenant.id}'`,
      ).catch(refusedAsEmpty)
      expect(rows, name).toEqual([{ count: 0 }])
    }
  })

  it('are both there for the owner, so the filter and not an empty table hides them', async () => {
    const { rows } = await sql<{ tenants: number }>`
      select count(distinct tenant_id) as tenants from units.unit`.execute(city.database.owner)
    expect(rows).toEqual([{ tenants: 2 }])
  })

  it('cannot change or delete what is the other one’s', async () => {
    for (const { name } of await tenantTables()) {
      for (const text of [
        `update ${name} set tenant_id = tenant_id where tenant_id = '${other.id}'`,
        `delete from ${name} where tenant_id = '${other.id}'`,
      ]) {
        const changed = await inCity(text).then(
          (result) => result.numAffectedRows ?? 0n,
          () => 0n,
        )
        expect(changed, text).toBe(0n)
      }
    }
  })

  it('cannot hand a row of their own to the other one', async () => {
    for (const { name } of await tenantTables()) {
      const text = `update ${name} set tenant_id = '${other.id}'`
      const moved = await inCity(text).then(
        (result) => result.numAffectedRows ?? 0n,
        () => 0n,
      )
      expect(moved, text).toBe(0n)
    }
  })

  it('cannot write a row of the other one', async () => {
    let refusals = 0
    for (const { name, columns } of await tenantTables()) {
      const forged = columns.replace(/\btenant_id\b/, `'${other.id}'::uuid`)
      const attempt = inCity(`insert into ${name} (${columns}) select ${forged} from ${name} limit 1`)
      const outcome = await attempt.then(
        (result) => (result.numAffectedRows === 0n ? 'empty table' : 'written'),
        (error: Error) => error.message,
      )
      // A view that joins is not written to at all; its reading is checked above like a table's.
      expect(outcome, name).toMatch(
        /row-level security|permission denied|empty table|cannot insert into view/,
      )
      if (outcome.includes('row-level security')) refusals++
    }
    expect(refusals).toBeGreaterThan(2)
  })

  it('keep journals of their own, each numbered from 1', async () => {
    const { rows } = await sql<{ seq: number }>`
      select seq from journal.entry where tenant_id = ${other.id} order by seq`.execute(city.database.owner)
    expect(rows[0]).toEqual({ seq: 1 })
    const officer = city.as('officer')
    const foreign = { ...officer, tenantId: other.id }
    const entry = { action: 'test.forged', subject: { type: 'test', id: '1' } }
    await expect(officer.transaction((tx) => journal(tx, foreign, entry))).rejects.toThrow('has no journal')
  })

  it('are nothing outside a transaction of one: no setting, no rows', async () => {
    const rows = await city.database.owner.transaction().execute(async (tx) => {
      await sql`set local role quarterdeck_app`.execute(tx)
      return (await sql`select from units.unit`.execute(tx)).rows
    })
    expect(rows).toEqual([])
  })

  it('leave no setting behind on a pooled connection', async () => {
    await inCity('select 1')
    const { rows } = await sql<{ role: string; tenant: string | null }>`
      select current_user::text as role, nullif(current_setting('quarterdeck.tenant_id', true), '') as tenant`.execute(
      city.database.owner,
    )
    expect(rows[0]).toMatchObject({ tenant: null })
    expect(rows[0]!.role).not.toBe('quarterdeck_app')
  })
})

/** A table that the role may not even read shows nothing either. */
function refusedAsEmpty(error: Error) {
  if (/permission denied/.test(error.message)) return { rows: [{ count: 0 }] }
  throw error
}
