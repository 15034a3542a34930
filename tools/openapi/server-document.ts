import { modules } from '../../src/apps/modules.ts'
import { systemClock } from '../../src/kernel/clock.ts'
import { openDatabase } from '../../src/platform/database/index.ts'
import { buildServer } from '../../src/platform/http/index.ts'
import type { OpenApiDocument } from './types-of-document.ts'

/** The server's own OpenAPI document, without listening. No database is asked: the pool connects when first used. */
export async function serverDocument(): Promise<OpenApiDocument> {
  const database = await openDatabase({ url: 'postgres://nowhere.invalid/none', secret: Buffer.alloc(32) })
  const app = await buildServer({ database, modules, clock: systemClock() })
  try {
    return (await app.inject({ url: '/api/openapi.json' })).json()
  } finally {
    await app.close()
    await database.close()
  }
}
