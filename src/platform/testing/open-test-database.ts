import { inject } from 'vitest'
import { type Database, openDatabase } from '../database/index.ts'
import { dropDatabase, onServer, urlOfDatabase } from './admin.ts'
import './provided.ts'
import { TEST_SECRET } from './secret.ts'

export interface TestDatabase {
  database: Database
  name: string
  /** Closes the pool and drops the database. */
  close(): Promise<void>
}

let count = 0

/** A database of its own: a clone of the migrated template with the fixture city, or an empty one. */
export async function openTestDatabase(from: 'template' | 'empty' = 'template'): Promise<TestDatabase> {
  const { adminUrl, template, prefix } = inject('database')
  const name = `${prefix}_${process.pid}_${++count}`
  await onServer(adminUrl, (client) =>
    client.query(`create database ${name}${from === 'template' ? ` template ${template}` : ''}`),
  )
  const database = await openDatabase({
    url: urlOfDatabase(adminUrl, name),
    secret: TEST_SECRET,
    poolSize: 4,
  })
  return {
    database,
    name,
    async close() {
      await database.close()
      await dropDatabase(adminUrl, name)
    },
  }
}
