import { writeFile } from 'node:fs/promises'
import { modules } from '../src/apps/modules.ts'
import { systemClock } from '../src/kernel/clock.ts'
import { openDatabase } from '../src/platform/database/index.ts'
import { buildServer, routeTablePage } from '../src/platform/http/index.ts'

/** Writes docs/routes.md from the server's own routes. No database is asked: the pool connects when first used. */
const database = await openDatabase({ url: 'postgres://nowhere.invalid/none', secret: Buffer.alloc(32) })
const app = await buildServer({ database, modules, clock: systemClock() })
await writeFile(new URL('../docs/routes.md', import.meta.url), routeTablePage(app.routeTable))
await app.close()
await database.close()
