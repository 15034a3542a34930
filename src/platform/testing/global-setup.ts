import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import type { TestProject } from 'vitest/node'
import { modules } from '../../apps/modules.ts'
import { migrate, openDatabase } from '../database/index.ts'
import { dropDatabase, onServer, urlOfDatabase } from './admin.ts'
import { type Catalogue, checkRecorded } from './citus/check-recorded.ts'
import { loadRiverport } from './load-riverport.ts'
import './provided.ts'
import { TEST_SECRET } from './secret.ts'
import { raiseTestServer } from './test-server.ts'

/** One server and one migrated template for the whole run; `openTestCity` clones it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await raiseTestServer()
  const runFolder = await mkdtemp(join(tmpdir(), 'quarterdeck-run-'))
  const prefix = `quarterdeck_test_${randomBytes(4).toString('hex')}`
  const template = `${prefix}_template`
  try {
    await onServer(server.adminUrl, (client) => client.query(`create database ${template}`))
    await fillTemplate(urlOfDatabase(server.adminUrl, template))
  } catch (error) {
    await tearDown()
    throw error
  }
  project.provide('database', { adminUrl: server.adminUrl, template, prefix })
  project.provide('runFolder', runFolder)

  async function tearDown(): Promise<void> {
    const names = await onServer(server.adminUrl, async (client) => {
      const { rows } = await client.query('select datname from pg_database where datname like $1', [
        `${prefix}%`,
      ])
      return rows.map((row: { datname: string }) => row.datname)
    })
    for (const name of names) await dropDatabase(server.adminUrl, name)
    await server.stop()
    await rm(runFolder, { recursive: true, force: true })
  }
  return async () => {
    try {
      const catalogue = await onServer(urlOfDatabase(server.adminUrl, template), readCatalogue)
      const faults = await checkRecorded(runFolder, catalogue)
      if (faults.length > 0)
        throw new Error(
          `Statements that Citus would not send to one machine (decision 32):\n${faults.join('\n')}`,
        )
    } finally {
      await tearDown()
    }
  }
}

/** Tables and views of the schemas that modules made, and the functions that no form of is immutable. */
async function readCatalogue(client: pg.Client): Promise<Catalogue> {
  const tables = await client.query<{ name: string }>(`select format('%s.%s', nspname, relname) as name
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p', 'v') and nspname in (select module from platform.migration)`)
  const mutable = await client.query<{ name: string }>(`select proname as name from pg_proc group by proname
    having bool_and(provolatile <> 'i')`)
  return {
    tables: new Set(tables.rows.map(({ name }) => name)),
    mutable: new Set(mutable.rows.map(({ name }) => name)),
  }
}

async function fillTemplate(url: string): Promise<void> {
  const database = await openDatabase({ url, secret: TEST_SECRET, poolSize: 2 })
  try {
    await migrate(database, modules)
    await loadRiverport(database, modules)
  } finally {
    await database.close()
  }
}
