import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../database/index.ts'
import { createFolderStore } from '../files/index.ts'
import { dropDatabase, onServer, urlOfDatabase } from './admin.ts'
import { recordStatements } from './citus/record-statements.ts'
import './provided.ts'
import { TEST_SECRET } from './secret.ts'

export interface TestDatabase {
  database: Database
  name: string
  /** Where its files are kept. */
  filesFolder: string
  /** Closes the pool, drops the database and removes its files. */
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
  const filesFolder = await mkdtemp(join(tmpdir(), 'quarterdeck-files-'))
  const database = await openDatabase({
    url: urlOfDatabase(adminUrl, name),
    secret: TEST_SECRET,
    poolSize: 4,
    files: createFolderStore({ folder: filesFolder }),
    statements: recordStatements(inject('runFolder')),
  })
  return {
    database,
    name,
    filesFolder,
    async close() {
      await database.close()
      await dropDatabase(adminUrl, name)
      await rm(filesFolder, { recursive: true, force: true })
    },
  }
}
