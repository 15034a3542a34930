import { rm } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { openInstallation } from '../src/apps/installation/open-installation.ts'
import { startDatabase } from '../src/platform/database/index.ts'
import { verifyJournal } from '../src/platform/journal/index.ts'
import { listTenants } from '../src/platform/tenants/index.ts'
import { bareRoute, bareSql } from './load/bare.ts'
import { openLoadCity } from './load/open-load-city.ts'
import { readFlags } from './load/read-flags.ts'
import type { World } from './load/reads.ts'
import { runLoad } from './load/run-load.ts'
import type { Sample } from './load/samples.ts'
import { header, row, tellKinds, tellProcesses } from './load/tell.ts'

/**
 * `npm run bench:load -- [--minutes 10] [--users 200] [--think 2] [--processes 1,2] [--items N] [--journal N] [--indicators N]
 * [--fresh] [--no-keep]`: a city at work. Users sign in and ask, four reads to one write, through a proxy, of one and of two
 * web processes beside a worker; then what acknowledged writes left is looked for and the journal verified. Prints figures;
 * ends with 1 when an answer was an error, a write is missing or twice, or the journal does not verify.
 */
const flags = readFlags(process.argv.slice(2))
const say = (...lines: string[]) => console.log(lines.join('\n'))

await using cleanup = new AsyncDisposableStack()
const city = await openLoadCity(flags)
const { settings, people } = city
if (!flags.keep) cleanup.defer(() => rm(settings.dataFolder, { recursive: true, force: true }))
const load = loadavg().map((each) => each.toFixed(1))
say(
  '# A city under load',
  '',
  `${cpus()[0]?.model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}`,
  `load average at the start ${load.join(' ')} (below 0.5: nothing else ran; above: other work slowed what follows)`,
  `${city.told}`,
  `${flags.users} signed-in users, closed model: answer, think (exponential, mean ${flags.think} s), ask again; ${flags.minutes} min each`,
  'users, proxy (round-robin of our own in Node, in a process with the users), web processes, worker and PostgreSQL share these cores',
  '',
)

const runs = new Map<number, readonly Sample[]>()
let isGood = true
let world: World | undefined
for (const processes of flags.processes) {
  await using running = new AsyncDisposableStack()
  const server = await startDatabase({ dataFolder: settings.dataFolder })
  running.defer(() => server.stop())
  const run = await runLoad({ flags, settings, people, processes, databaseUrl: server.url })
  runs.set(processes, run.samples.all)
  world = run.world
  const { kept, samples } = run
  isGood &&= kept.missing.length + kept.twice.length + samples.errors.length === 0
  say(
    `## ${processes} web ${processes === 1 ? 'process' : 'processes'} and a worker`,
    '',
    `${(samples.all.length / run.seconds).toFixed(1)} requests/s over ${run.seconds.toFixed(0)} s; ${run.told}`,
    ...tellProcesses(run.readings, run.seconds),
    '',
    `acknowledged writes ${kept.acknowledged}: missing ${kept.missing.length}, found twice ${kept.twice.length}`,
    ...[...kept.missing, ...kept.twice].slice(0, 5),
    `errors ${samples.errors.length}`,
    ...samples.errors.slice(0, 10),
    '',
  )
}
say('## By kind of request', '', ...tellKinds(runs), '')

{
  await using opened = new AsyncDisposableStack()
  const { database } = await openInstallation(settings, opened)
  const [tenant] = await listTenants(database)
  const began = performance.now()
  const verdict = await verifyJournal(database, tenant!.id, { anchors: [] })
  isGood &&= verdict.kind !== 'broken'
  say(`journal: ${JSON.stringify(verdict)} in ${((performance.now() - began) / 1000).toFixed(0)} s`, '')
}

const seconds = Math.min(10, flags.minutes * 6)
const { rows, told } = await bareSql({ settings, people, world: world!, seconds })
say('## Beside it, without a pause between requests', '', `${told}; ms, p50 / p95 / per second`, '')
say(header(['', '1 client', '16 clients']))
for (const { name, figures } of [...(await bareRoute(seconds, 20_000)), ...rows])
  say(
    row([
      name,
      ...figures.map(
        ({ p50, p95, perSecond }) => `${p50.toFixed(1)} / ${p95.toFixed(1)} / ${perSecond.toFixed(0)}`,
      ),
    ]),
  )
process.exitCode = isGood ? 0 : 1
