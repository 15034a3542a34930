import { rm } from 'node:fs/promises'
import { signIn } from './ledger/ask.ts'
import { captureScope } from './ledger/capture.ts'
import { describeRun } from './ledger/describe-run.ts'
import { measureLights } from './ledger/lights.ts'
import { measureAll } from './ledger/measure-all.ts'
import { openSeededCity } from './ledger/open-seeded-city.ts'
import { kindsOf } from './ledger/questions.ts'
import { readFlags } from './ledger/read-flags.ts'
import { startServer } from './ledger/start-server.ts'
import { writerOf } from './ledger/writer.ts'

/**
 * `npm run bench:ledger -- [--items N] [--journal N] [--seconds N] [--clients 1,16,64] [--fresh] [--no-keep]`: how fast
 * the ledger is read over HTTP, beside the same SQL without the product. Prints figures; nothing passes or fails.
 */
const flags = readFlags(process.argv.slice(2))
const say = (...lines: string[]) => console.log(lines.join('\n'))

await using cleanup = new AsyncDisposableStack()
const city = await openSeededCity(flags)
if (!flags.keep) cleanup.defer(() => rm(city.settings.dataFolder, { recursive: true, force: true }))
const server = await startServer(city.settings, cleanup)
const [officer, liaison] = await Promise.all(
  ['duban', 'pudong'].map((name) => signIn(server.address, name, city.signIns[name]!)),
)
const { lines, today, unitIds } = await describeRun(server.databaseUrl)
say('# The ledger read over HTTP', '', city.told, ...lines, '')

const scope = await captureScope(server, officer!)
say('## Lights', '', ...(await measureLights(flags.items, { url: server.databaseUrl, scope, today })), '')

const write = await writerOf(officer!)
const kinds = kindsOf({ officer: officer!, liaison: liaison!, today, unitIds })
await measureAll({ server, kinds, write, flags, say })
