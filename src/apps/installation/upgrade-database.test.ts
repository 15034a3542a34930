import { readdirSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listApplied } from '../../platform/database/index.ts'
import { openTestCity, type TestCity } from '../../platform/testing/index.ts'
import { newDataFolder } from '../testing.ts'
import { UPGRADE_FOLDER, upgradeDatabase } from './upgrade-database.ts'

let city: TestCity
const dataFolder = newDataFolder()
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(async () => {
  await city?.close()
  await rm(dataFolder, { recursive: true, force: true })
})

const upgrade = (upgradeBackups = 2) =>
  upgradeDatabase({ database: city.database, clock: city.clock, settings: { dataFolder, upgradeBackups } })
const run = (statement: string) => sql.raw(statement).execute(city.database.owner)
const kept = () => readdirSync(join(dataFolder, UPGRADE_FOLDER)).sort()

it('touches nothing when there is nothing to upgrade', async () => {
  expect(await upgrade()).toBe(0)
  expect(readdirSync(dataFolder)).toEqual([])
})

it('fails as a whole, leaves the data as they were, and names the backup from before', async () => {
  const before = await listApplied(city.database.owner)
  // As from before the answers of repeated requests were kept, but with a schema of that name in the way.
  await run(`delete from platform.migration where module = 'request_key'`)
  const failing = upgrade()
  await expect(failing).rejects.toMatchObject({
    code: 'platform.upgrade-failed',
    details: { module: 'request_key', reason: expect.stringContaining('already exists') },
  })
  const { details } = await failing.catch((error) => error)
  expect(kept().map((name) => join(dataFolder, UPGRADE_FOLDER, name))).toEqual([details.backup])
  expect(statSync(details.backup).mode & 0o777).toBe(0o600)
  expect(await listApplied(city.database.owner)).toEqual(
    before.filter(({ module }) => module !== 'request_key'),
  )
})

it('keeps so many backups from before upgrades as the setting says, none with 0', async () => {
  for (const day of [11, 12]) {
    city.setClock(`2024-04-${day}T02:00:00Z`)
    await run('drop schema if exists request_key cascade')
    await run(`delete from platform.migration where module = 'request_key'`)
    expect(await upgrade()).toBe(1)
  }
  expect(kept().map((name) => name.slice(0, 10))).toEqual(['2024-04-11', '2024-04-12'])
  await run('drop schema request_key cascade')
  await run(`delete from platform.migration where module = 'request_key'`)
  city.setClock('2024-04-13T02:00:00Z')
  expect(await upgrade(0)).toBe(1)
  expect(kept()).toHaveLength(2)
})

it('refuses a database that a later program has upgraded, of a known module and of one it has never heard of', async () => {
  await run(
    `insert into platform.migration (module, number, file, hash) values ('ledger', 9999, '9999-later.sql', 'x')`,
  )
  await expect(upgrade()).rejects.toMatchObject({
    code: 'platform.migration-missing',
    details: { module: 'ledger' },
  })
  await run(`update platform.migration set module = 'tickets' where number = 9999`)
  await expect(upgrade()).rejects.toMatchObject({
    code: 'platform.migration-missing',
    details: { module: 'tickets' },
  })
})
