import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { modules } from '../../apps/modules.ts'
import { migrate, openDatabase } from '../database/index.ts'
import { dropDatabase, onServer, urlOfDatabase } from './admin.ts'
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
  return tearDown
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
