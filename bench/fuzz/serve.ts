import { modules } from '../../src/apps/modules.ts'
import { fixedClock } from '../../src/kernel/clock.ts'
import { openDatabase } from '../../src/platform/database/index.ts'
import { createFolderStore } from '../../src/platform/files/index.ts'
import { buildServer } from '../../src/platform/http/index.ts'

/** The attacked server, in a process of its own, so that one that hangs or dies is seen from outside. */
const [url = '', secret = '', folder = '', today = ''] = process.argv.slice(2)
const database = await openDatabase({
  url,
  secret: Buffer.from(secret, 'hex'),
  files: createFolderStore({ folder }),
})
const stream = { write: (line: string) => void process.send?.({ unexpected: line }) }
const clock = fixedClock(today)
const app = await buildServer({ database, modules, clock, strict: true, logger: { level: 'error', stream } })
const address = await app.listen({ host: '127.0.0.1', port: 0 })
process.on('unhandledRejection', (error) =>
  process.send?.({ unexpected: `unhandled: ${(error as Error)?.stack}` }),
)
process.send?.({ address })
process.on('disconnect', () => process.exit(0))
