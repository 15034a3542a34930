import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely'
import { describe, expect, it } from 'vitest'
import { TenantFilter } from './tenant-filter.ts'
import { thisTenant } from './this-tenant.ts'

interface Tables {
  'ledger.item': { tenant_id: string; id: string; lead_unit_id: string; title: string }
  'ledger.duty': { tenant_id: string; item_id: string; unit_id: string }
  'platform.tenant': { id: string; key: string }
}

const TENANT = '0190a0b0-0000-7000-8000-000000000001'

const builderOf = (tenantId: string | undefined) =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new TenantFilter(() => tenantId)],
  })

const db = builderOf(TENANT)

describe('Every built statement names its tenant', () => {
  it('for the table that it reads, beside what it asks', () => {
    const { sql: text, parameters } = db
      .selectFrom('ledger.item')
      .select('id')
      .where('title', '=', 'a')
      .compile()
    expect(text).toBe(
      'select "id" from "ledger"."item" where "title" = $1 and "ledger"."item"."tenant_id" = $2',
    )
    expect(parameters).toEqual(['a', TENANT])
  })

  it('for each table of a join, in the condition of the join, so that an outer one keeps its rows', () => {
    const { sql: text } = db
      .selectFrom('ledger.item as item')
      .leftJoin('ledger.duty as duty', 'duty.item_id', 'item.id')
      .select('item.id')
      .compile()
    expect(text).toBe(
      'select "item"."id" from "ledger"."item" as "item" left join "ledger"."duty" as "duty" ' +
        'on "duty"."item_id" = "item"."id" and "duty"."tenant_id" = $1 where "item"."tenant_id" = $2',
    )
  })

  it('in a condition with or, around the whole of it', () => {
    const { sql: text } = db
      .selectFrom('ledger.item')
      .select('id')
      .where((eb) => eb.or([eb('title', '=', 'a'), eb('title', '=', 'b')]))
      .compile()
    expect(text).toContain('where ("title" = $1 or "title" = $2) and "ledger"."item"."tenant_id" = $3')
  })

  it('in subqueries and in `with`', () => {
    const { sql: text } = db
      .with('open', (qb) => qb.selectFrom('ledger.item').select('id'))
      .selectFrom('open')
      .select('id')
      .where('id', 'in', (eb) => eb.selectFrom('ledger.duty').select('item_id'))
      .compile()
    expect(text.match(/"tenant_id" = \$/g)).toHaveLength(2)
    expect(text).not.toContain('"open"."tenant_id"')
  })

  it('in updates and deletions', () => {
    expect(db.updateTable('ledger.item').set({ title: 'a' }).where('id', '=', 'x').compile().sql).toContain(
      'where "id" = $2 and "ledger"."item"."tenant_id" = $3',
    )
    expect(db.deleteFrom('ledger.duty').compile().sql).toBe(
      'delete from "ledger"."duty" where "ledger"."duty"."tenant_id" = $1',
    )
  })

  it('but not for tables that no tenant owns', () => {
    expect(db.selectFrom('platform.tenant').select('id').compile().sql).not.toContain('tenant_id')
  })

  it('in SQL by hand where it asks for the tenant, also inside a fragment', () => {
    const fragment = sql`item.tenant_id = ${thisTenant}`
    const { sql: text, parameters } = sql`select from ledger.item where ${fragment}`.compile(db)
    expect(text).toBe('select from ledger.item where item.tenant_id = $1::uuid')
    expect(parameters).toEqual([TENANT])
  })

  it('and nothing outside a tenant’s transaction: there it is an error to ask for one', () => {
    const outside = builderOf(undefined)
    expect(outside.selectFrom('ledger.item').select('id').compile().sql).not.toContain('tenant_id')
    expect(() => sql`select ${thisTenant}`.compile(outside)).toThrow('outside a tenant’s transaction')
  })
})
