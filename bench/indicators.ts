import { rm } from 'node:fs/promises'
import { describeMachine } from './indicators/describe-machine.ts'
import { openDuck } from './indicators/duck.ts'
import { measureImport } from './indicators/measure-import.ts'
import { measureKinds } from './indicators/measure-kinds.ts'
import { openSeededCity } from './indicators/open-seeded-city.ts'
import { monthsBefore } from './indicators/plan.ts'
import { kindsOf } from './indicators/questions.ts'
import { readFlags } from './indicators/read-flags.ts'
import { signIn } from './ledger/ask.ts'
import { startServer } from './ledger/start-server.ts'

/**
 * `npm run bench:indicators -- [--indicators N] [--units N] [--months N] [--rows N] [--seconds N] [--clients 1,16] [--fresh]
 * [--no-keep]`: how fast indicators are read over HTTP, beside the same questions asked of DuckDB over the same rows. Prints
 * figures; nothing passes or fails.
 */
const flags = readFlags(process.argv.slice(2))
const say = (...lines: string[]) => console.log(lines.join('\n'))

await using cleanup = new AsyncDisposableStack()
const city = await openSeededCity(flags)
const folder = city.settings.dataFolder
if (!flags.keep) cleanup.defer(() => rm(folder, { recursive: true, force: true }))
{
  await using running = new AsyncDisposableStack()
  const server = await startServer(city.settings, running)
  const asker = await signIn(server.address, 'duban', city.signIns.duban!)
  const duck = await openDuck({ folder, url: server.databaseUrl }, running)
  const { lines, today, keys } = await describeMachine(server.databaseUrl, flags)
  say('# Indicators read over HTTP, and the same in DuckDB', '', city.told, duck.told, ...lines, '')
  const kinds = kindsOf({ asker, flags, months: monthsBefore(today, flags), keys })
  await measureKinds({ kinds, duck, flags, say })
}
if (flags.rows > 0) await measureImport({ settings: city.settings, flags, say })
