/** `npm run citus:script`: writes deploy/citus/distribute.sql from a database of this version, made for it and deleted. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { modules } from '../src/apps/modules.ts'
import { distributionScript, migrate, openDatabase, startDatabase } from '../src/platform/database/index.ts'

const target = fileURLToPath(new URL('../deploy/citus/distribute.sql', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-citus-'))
const server = await startDatabase({ dataFolder: folder })
const database = await openDatabase({ url: server.url, secret: Buffer.alloc(32), poolSize: 2 })
try {
  await migrate(database, modules)
  await writeFile(target, await distributionScript(database, modules))
} finally {
  await database.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
