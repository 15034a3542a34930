import { readdirSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Module } from '../module.ts'
import { openTestDatabase, type TestDatabase } from '../testing/index.ts'
import { migrate } from './index.ts'

let test: TestDatabase
let folder: string
beforeEach(async () => {
  test = await openTestDatabase('empty')
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-migrations-'))
})
afterEach(async () => {
  await test.close()
  await rm(folder, { recursive: true })
})

const write = (file: string, text: string) => writeFile(join(folder, file), text)

function room(name = 'room', dependsOn: string[] = []): Module {
  return { name, layer: 'records', dependsOn, migrations: pathToFileURL(folder) }
}

/** The platform's own, as they stand in their folders. */
const OWN = [
  ['platform', './migrations/'],
  ['journal', '../journal/migrations/'],
  ['request_key', '../request-key/migrations/'],
].flatMap(([module, folder]) =>
  readdirSync(new URL(folder!, import.meta.url))
    .sort()
    .map((file) => `${module}/${file}`),
)

describe('migrate', () => {
  it('applies the platform first, then each file once, in order', async () => {
    await write('0002-more.sql', 'alter table room.thing add column name text; select 1;')
    await write('0001-room.sql', 'create schema room; create table room.thing (id int);')
    const applied = await migrate(test.database, [room()])
    expect(applied).toEqual([...OWN, 'room/0001-room.sql', 'room/0002-more.sql'])
    expect(await migrate(test.database, [room()])).toEqual([])
  })

  it('lets one of several win while the others wait', async () => {
    await write('0001-room.sql', 'select pg_sleep(0.2); create schema room;')
    const runs = await Promise.all([1, 2, 3].map(() => migrate(test.database, [room()])))
    expect(runs.map((run) => run.length).toSorted()).toEqual([0, 0, OWN.length + 1])
  })

  it('refuses a file that changed after it was applied, but not other line ends', async () => {
    await write('0001-room.sql', 'create schema room;\n')
    await migrate(test.database, [room()])
    await write('0001-room.sql', 'create schema room;\r\n')
    expect(await migrate(test.database, [room()])).toEqual([])
    await write('0001-room.sql', 'create schema chamber;\n')
    await expect(migrate(test.database, [room()])).rejects.toMatchObject({
      code: 'platform.migration-changed',
      details: { module: 'room', file: '0001-room.sql' },
    })
  })

  it('refuses a database that is ahead, and a file that comes too late', async () => {
    await write('0001-room.sql', 'create schema room;')
    await write('0003-more.sql', 'select 1;')
    await migrate(test.database, [room()])
    await write('0002-late.sql', 'select 2;')
    await expect(migrate(test.database, [room()])).rejects.toMatchObject({
      code: 'platform.migration-out-of-order',
    })
    await rename(join(folder, '0003-more.sql'), join(folder, 'gone'))
    await expect(migrate(test.database, [room()])).rejects.toMatchObject({
      code: 'platform.migration-missing',
    })
  })

  it('leaves nothing of a file that fails, and says which and why', async () => {
    await write('0001-room.sql', 'create schema room; select 1 / 0;')
    await expect(migrate(test.database, [room()])).rejects.toMatchObject({
      code: 'platform.migration-failed',
      details: { module: 'room', file: '0001-room.sql', reason: 'division by zero' },
    })
    const { rows } = await sql`select from pg_namespace where nspname = 'room'`.execute(test.database.owner)
    expect(rows).toEqual([])
  })

  it('upgrades whole or not at all: a later file that fails takes the earlier ones of the same upgrade back', async () => {
    await write('0001-room.sql', 'create schema room;')
    await migrate(test.database, [room()])
    await write('0002-table.sql', 'create table room.kept (id integer);')
    await write('0003-fault.sql', 'select 1 / 0;')
    await expect(migrate(test.database, [room()])).rejects.toMatchObject({
      details: { file: '0003-fault.sql' },
    })
    const { rows } = await sql`select to_regclass('room.kept') as kept,
      (select count(*)::int from platform.migration where module = 'room') as applied`.execute(
      test.database.owner,
    )
    expect(rows).toEqual([{ kept: null, applied: 1 }])
  })

  it('puts a module after those it depends on, and refuses a circle', async () => {
    const upper = { ...room('upper', ['room']), migrations: undefined }
    await write('0001-room.sql', 'select 1;')
    expect(await migrate(test.database, [upper, room()])).toEqual([...OWN, 'room/0001-room.sql'])
    await expect(migrate(test.database, [upper, room('room', ['upper'])])).rejects.toThrow('circle')
    await expect(migrate(test.database, [upper])).rejects.toThrow('which is not listed')
  })

  // That it cannot sign in is tried where it must on a cluster (citus.test.ts): roles are one for all databases of a server.
  it('makes a role for all transactions that can own nothing', async () => {
    await migrate(test.database, [])
    const { rows } = await sql`select rolsuper, rolbypassrls, rolcreaterole, rolinherit
      from pg_roles where rolname = 'quarterdeck_app'`.execute(test.database.owner)
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolinherit: true }])
  })
})
