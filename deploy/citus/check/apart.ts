import { sql } from 'kysely'
import type { Database } from '../../../src/platform/database/index.ts'
import type { CheckCity } from './two-cities.ts'

/** Asks every table without a filter of its own, on all machines: only the own tenant's rows may come, and some do. */
export async function apart(cities: readonly CheckCity[], database: Database): Promise<void> {
  const { rows: tables } = await sql<{
    name: string
  }>`select logicalrelid::text as name from pg_dist_partition
    join pg_class on pg_class.oid = logicalrelid where partmethod = 'h' and not relispartition`.execute(
    database.owner,
  )
  for (const { tenant } of cities) {
    let seen = 0
    for (const { name } of tables)
      await database.forTenant({ tenantId: tenant.id }, async (tx) => {
        const query = sql<{ tenant: string }>`select distinct tenant_id::text as tenant from ${sql.raw(name)}`
        for (const row of (await query.execute(tx)).rows) {
          if (row.tenant !== tenant.id)
            throw new Error(`${name} shows rows of ${row.tenant} to ${tenant.key}`)
          seen++
        }
      })
    if (seen < 10)
      throw new Error(`${tenant.key} sees rows in ${seen} tables only: do the settings reach the workers?`)
  }
}

/** What is append-only is so on the machine that holds the rows, against the owner of the tables too. */
export async function appendOnly(database: Database): Promise<void> {
  const tables = ['journal.entry', 'journal.checkpoint', 'indicators.vintage', 'reviews.review_book']
  for (const table of tables) {
    const change = sql.raw(`delete from ${table} where tenant_id is not null`).execute(database.owner)
    const refused = await change.then(
      () => false,
      () => true,
    )
    if (!refused) throw new Error(`rows of ${table} can be deleted on the machines`)
  }
}

/** What a job does twice a day, for longer than it does: parts of tables that are spread, with all that guards them. */
export async function laterPartitions(database: Database): Promise<void> {
  const query = sql<{
    made: number
  }>`select platform.make_partitions(now() + interval '15 months') as made`
  const { made } = (await query.execute(database.owner)).rows[0]!
  if (made === 0) throw new Error('no partition was made')
}

/** A read of the same transaction tells that it has written: else answers of what may never come to be would be kept. */
export async function tellsOfWrites({ tenant }: CheckCity, database: Database): Promise<void> {
  await database.forTenant({ tenantId: tenant.id }, async (tx) => {
    const ask = sql<{
      has: boolean
    }>`select pg_current_xact_id_if_assigned() is not null as has from journal.head
      where tenant_id = ${tenant.id}::uuid`
    const before = (await ask.execute(tx)).rows[0]!.has
    await sql`update journal.head set seal = seal where tenant_id = ${tenant.id}::uuid and false`.execute(tx)
    await sql`insert into ledger.counter (tenant_id, year, last) values (${tenant.id}::uuid, 1999, 1)`.execute(
      tx,
    )
    const after = (await ask.execute(tx)).rows[0]!.has
    if (before || !after)
      throw new Error(`"has written" was ${before} before a write and is ${after} after it`)
  })
}
