import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../kernel/clock.ts'
import { signInOver } from '../../modules/identity/testing.ts'
import { newItem } from '../../modules/ledger/testing.ts'
import {
  type Database,
  type Distributed,
  distribute,
  distributionScript,
  migrate,
  openDatabase,
} from '../../platform/database/index.ts'
import { buildServer } from '../../platform/http/index.ts'
import { verifyJournal } from '../../platform/journal/index.ts'
import { listTenants } from '../../platform/tenants/index.ts'
import { emulateCitus, openTestDatabase, type TestDatabase } from '../../platform/testing/index.ts'
import { TEST_SECRET } from '../../platform/testing/secret.ts'
import { modules } from '../modules.ts'
import { newDataFolder } from '../testing.ts'
import { restoreInstallation } from './restore-installation.ts'
import { readSettings } from './settings.ts'

/** A city with items, evidence, meetings, books and figures (upgrade.test.ts). */
const ARCHIVE = fileURLToPath(new URL('./testing/previous-release.tar.gz', import.meta.url))
const SCRIPT = fileURLToPath(new URL('../../../deploy/citus/distribute.sql', import.meta.url))

let empty: TestDatabase
let database: Database
let tenantId: string
let before: Record<string, number>
let done: Distributed
const folder = newDataFolder()
const refused = (code: string) => ({ code })

const open = () => openDatabase({ url: empty.database.url, secret: TEST_SECRET, poolSize: 4 })

beforeAll(async () => {
  empty = await openTestDatabase('empty')
  await restoreInstallation({
    file: ARCHIVE,
    settings: readSettings({ QUARTERDECK_DATA: folder, DATABASE_URL: empty.database.url }),
  })
  database = await open()
  tenantId = (await listTenants(database))[0]!.id
})
afterAll(async () => {
  await sql`alter role quarterdeck_app nologin`.execute(empty.database.owner)
  await database?.close()
  await empty?.close()
  await rm(folder, { recursive: true, force: true })
})

/** Whether the role of all transactions may connect: it need not but on a cluster, whose machines call one another by it. */
async function canSignIn(): Promise<boolean> {
  const { rows } = await sql<{
    it: boolean
  }>`select rolcanlogin as it from pg_roles where rolname = 'quarterdeck_app'`.execute(database.owner)
  return rows[0]!.it
}

/** How many rows of each table each of some actors sees. */
async function visible(): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }>`select format('%I.%I', nspname, relname) as name
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and relrowsecurity and not relispartition
      and has_table_privilege('quarterdeck_app', pg_class.oid, 'select') order by 1`.execute(database.owner)
  const units = await sql<{ id: string }>`select distinct lead_unit_id as id from ledger.item
    where lead_unit_id is not null order by 1`.execute(database.owner)
  const everything = modules.flatMap((module) => Object.keys(module.permissions ?? {}))
  const ofUnit = (id: string) => ({
    tenantId,
    unitIds: [id],
    unitsByPermission: Object.fromEntries(everything.map((permission) => [permission, [id]])),
  })
  const scopes = {
    tenant: { tenantId },
    office: { tenantId, unitIds: '*' as const, anyPermissions: everything },
    nobody: { tenantId, unitIds: [] },
    other: { tenantId: '0190a0b0-0000-7000-8000-000000000001' },
    ...Object.fromEntries(units.rows.map(({ id }) => [id, ofUnit(id)])),
  }
  const counts: Record<string, number> = {}
  for (const [who, scope] of Object.entries(scopes))
    await database.forTenant(scope, async (tx) => {
      for (const { name } of tables.rows) {
        const { rows } = await sql<{
          count: number
        }>`select count(*)::int as count from ${sql.raw(name)}`.execute(tx)
        counts[`${who} ${name}`] = rows[0]!.count
      }
    })
  return counts
}

describe('quarterdeck migrate --citus', () => {
  it('says that an ordinary PostgreSQL has no Citus, or no machines, and changes nothing', async () => {
    expect(await canSignIn()).toBe(false)
    await expect(distribute(database, modules)).rejects.toMatchObject(refused('platform.citus-absent'))
    before = await visible()
    expect(Object.values(before).filter((count) => count > 0).length).toBeGreaterThan(50)
    await emulateCitus(database.owner)
    await sql`update pg_dist_node set isactive = false`.execute(database.owner)
    await expect(distribute(database, modules)).rejects.toMatchObject(refused('platform.citus-no-workers'))
    await sql`update pg_dist_node set isactive = true`.execute(database.owner)
  })

  it('names a policy that Citus would refuse, and leaves everything as it was', async () => {
    const stands = () => sql`select conname from pg_constraint order by 1`.execute(database.owner)
    const then = await stands()
    await sql`create policy odd on ledger.setting using (exists (select from ledger.counter))`.execute(
      database.owner,
    )
    await expect(distribute(database, modules)).rejects.toMatchObject({
      code: 'platform.citus-policy',
      details: { policy: 'odd', table: 'ledger.setting' },
    })
    await sql`drop policy odd on ledger.setting`.execute(database.owner)
    expect((await stands()).rows).toEqual(then.rows)
  })

  it('spreads every table of tenants and copies the reference tables', async () => {
    done = await distribute(database, modules)
    expect(done).toMatchObject({ workers: 3, referenceTables: ['platform.tenant'] })
    const { rows } = await sql<{ name: string }>`select format('%s.%s', nspname, relname) as name
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind in ('r', 'p') and relforcerowsecurity and not relispartition order by 1`.execute(
      database.owner,
    )
    expect(done.tables.toSorted()).toEqual(rows.map(({ name }) => name))
  })

  it('lets everybody see what he saw: each table, each unit, other tenants', async () => {
    await database.close()
    // Opened anew it knows of Citus and opens transactions by `set local`.
    database = await open()
    expect(await visible()).toEqual(before)
  })

  it('keeps all keys, triggers and grants on columns, with a key in place of two triggers and truncating apart', async () => {
    const fresh = await openTestDatabase()
    const list = (from: Database) =>
      sql<{ name: string }>`select conrelid::regclass || ' ' || conname as name from pg_constraint
          where contype = 'f' and conparentid = 0 and conrelid::regclass::text !~ '^graphile_worker'
        union select tgrelid::regclass || ' ' || tgname from pg_trigger
          where not tgisinternal and tgparentid = 0
        union select attrelid::regclass || ' ' || attname || ' ' || attacl::text from pg_attribute
          where attacl is not null and attrelid >= 16384 order by 1`.execute(from.owner)
    const [plain, spread] = await Promise.all([list(fresh.database), list(database)])
    await fresh.close()
    // Partitions depend on the day and on what was restored.
    const names = ({ rows }: typeof plain) =>
      rows.map(({ name }) => name).filter((name) => !/_(\d|default)/.test(name))
    const words = ['ledger.item item_keeps_words', 'ledger.item_word item_word_has_item']
    expect(names(plain).filter((name) => !names(spread).includes(name))).toEqual(words)
    const added = names(spread).filter((name) => !names(plain).includes(name))
    const ofWhole = added.filter((name) => name.endsWith('_truncate'))
    expect(added.filter((name) => !ofWhole.includes(name))).toEqual(['ledger.item_word item_word_item'])
    expect(ofWhole).toContain('journal.entry entry_is_append_only_truncate')
  })

  it('refuses to change or to empty what is append-only, as before', async () => {
    const { owner } = database
    for (const act of [sql`update journal.entry set seq = 1`, sql`delete from journal.entry`])
      await expect(act.execute(owner)).rejects.toThrow('The journal only grows')
    await expect(sql`truncate journal.entry`.execute(owner)).rejects.toThrow('The journal only grows')
  })

  it('goes on: items are entered, closed ones tallied, history and journal kept', async () => {
    const server = await buildServer({
      database,
      modules,
      clock: fixedClock('2025-04-10T02:00:00Z'),
      strict: true,
    })
    const officer = await signInOver(server, 'officer')
    const payload = newItem({ title: '分布之后的第一件事', leadUnitId: null })
    const made = await server.inject({ method: 'POST', url: '/api/items', headers: officer.headers, payload })
    expect(made.statusCode, made.body).toBe(201)
    const found = await server.inject({ url: '/api/items?q=分布之后', headers: officer.headers })
    expect(found.json<{ items: unknown[] }>().items).toHaveLength(1)
    await server.close()
    expect(await verifyJournal(database, tenantId)).toMatchObject({ kind: 'whole' })
    const lost = sql`insert into ledger.item_word (tenant_id, word, item_id) values (${tenantId}, '词', gen_random_uuid())`
    await expect(lost.execute(database.owner)).rejects.toThrow('item_word_item')
  })

  it('has nothing left to do when run again, and does what a later migration adds', async () => {
    expect(await distribute(database, modules)).toMatchObject({ tables: [], statements: 0 })
    await sql
      .raw(`create table ledger.later (tenant_id uuid not null, id uuid not null, item_id uuid, primary key (tenant_id, id));
        alter table ledger.later enable row level security; alter table ledger.later force row level security;
        create policy tenant on ledger.later using (tenant_id = platform.tenant_id() and (select platform.holds('ledger.read')))`)
      .execute(database.owner)
    expect(await distribute(database, modules)).toMatchObject({ tables: ['ledger.later'] })
  })

  it('changes tables that are spread by a later migration', async () => {
    const migrations = pathToFileURL(mkdtempSync(join(tmpdir(), 'later-')))
    writeFileSync(
      new URL(`${migrations.href}/0001-later.sql`),
      "alter table ledger.later add column note text default ';'; alter table ledger.later alter column note set not null;",
    )
    expect(
      await migrate(database, [...modules, { name: 'later', layer: 'records', dependsOn: [], migrations }]),
    ).toEqual(['later/0001-later.sql'])
  })

  it('is done after a restore, not before: rows would go past what is checked on the machines', async () => {
    const settings = readSettings({ QUARTERDECK_DATA: newDataFolder(), DATABASE_URL: empty.database.url })
    await expect(restoreInstallation({ file: ARCHIVE, settings })).rejects.toMatchObject(
      refused('platform.restore-into-cluster'),
    )
  })

  it('refuses a database that is spread by another column', async () => {
    await sql`update pg_dist_partition set partkey = 'id' where logicalrelid = 'ledger.later'::regclass`.execute(
      database.owner,
    )
    await expect(distribute(database, modules)).rejects.toMatchObject({
      code: 'platform.citus-other-column',
      details: { tables: 'ledger.later' },
    })
  })
})

it('deploy/citus/distribute.sql is what `npm run citus:script` writes', async () => {
  const fresh = await openTestDatabase()
  const script = await distributionScript(fresh.database, modules)
  await fresh.close()
  expect(readFileSync(SCRIPT, 'utf8')).toBe(script)
})
