import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startApplication } from './drill/application.ts'
import { type Cluster, raiseCluster } from './drill/cluster.ts'
import { script } from './drill/places.ts'
import { endAll, runToEnd } from './drill/processes.ts'
import { startSqlWriters } from './drill/sql-writers.ts'

/**
 * `npm run drill:ha -- [--cycles N] [--minutes N] [--only kill|freeze] [--patroni "command"] [--keep]`: three nodes on
 * loopback, the leader killed and frozen under writes. Ends with 1 when an acknowledged row is lost or the
 * application does not come back by itself. Needs root for apt unless all is installed already.
 */
const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '10' },
    minutes: { type: 'string', default: '120' },
    only: { type: 'string' },
    freeze: { type: 'string', default: '30' },
    patroni: { type: 'string', default: '/usr/bin/patroni' },
    keep: { type: 'boolean', default: false },
  },
})
const cycles = Number(values.cycles)
const frozenMs = Number(values.freeze) * 1000
const kinds = (['freeze', 'kill'] as const).filter((kind) => !values.only || values.only === kind)
const patroni = values.patroni.split(' ')
const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-ha-'))
await chmod(folder, 0o711)
const load = () => loadavg()[0]!.toFixed(1)
const BACK_LIMIT_MS = 120_000

const needed = ['/usr/bin/patroni', '/usr/bin/etcd', '/usr/sbin/haproxy', '/usr/lib/postgresql']
if (needed.some((path) => !existsSync(path)))
  runToEnd([script('install'), '--lists-elsewhere', join(folder, 'apt')])
const version = runToEnd([...patroni, '--version'])
let cluster: Cluster | undefined
let hasFailed = false
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(name, () => void cleanUp().then(() => process.exit(1)))
try {
  cluster = await raiseCluster(folder, patroni)
  await cluster.whole()
  const application = await startApplication(folder, 'quarterdeck')
  const sql = await startSqlWriters('postgres')
  await sleep(5000)
  console.log(
    `# High availability drill\n\n${version.replace(/^\S+/, 'Patroni')}, ${runToEnd(['etcd', '--version']).split('\n')[0]},`,
  )
  console.log(
    `${runToEnd(['haproxy', '-v']).split('\n')[0]}; ${availableParallelism()} cores shared with others\n`,
  )
  console.log(
    'cycle      led     leads   outage SQL  outage API  back by itself  acknowledged SQL/API  lost SQL/API  load',
  )
  const outages: Record<string, number[]> = {}
  const endsAt = Date.now() + Number(values.minutes) * 60_000
  for (let cycle = 1; cycle <= cycles; cycle++) {
    for (const kind of kinds) {
      if (Date.now() > endsAt) continue
      const before = (await cluster.leader())!
      const counts = [sql.acknowledged(), application.acknowledged()]
      sql.longestGap()
      application.longestGap()
      await (kind === 'kill' ? killAndRestart(cluster, before) : freezeAndThaw(cluster, before))
      await cluster.whole()
      const isBack = await writesAgain(application)
      await sleep(1000)
      const gaps = [sql.longestGap(), application.longestGap()]
      const lost = [await sql.lost(), await application.lost(counts[1])]
      const isWell = isBack && application.neverRestarted() && (await application.worksOff())
      if (!isWell || lost.some((count) => count > 0)) hasFailed = true
      outages[kind] = [...(outages[kind] ?? []), gaps[0]!]
      outages[`${kind} API`] = [...(outages[`${kind} API`] ?? []), gaps[1]!]
      const written = [sql.acknowledged() - counts[0]!, application.acknowledged() - counts[1]!]
      console.log(
        [
          `${kind} ${cycle}`.padEnd(10),
          before.padEnd(7),
          `${await cluster.leader()}`.padEnd(7),
          ...gaps.map((gap) => `${gap.toFixed(1)} s`.padEnd(11)),
          (isWell ? 'yes' : 'NO').padEnd(15),
          written.join(' / ').padEnd(21),
          lost.join(' / ').padEnd(13),
          load(),
        ].join(' '),
      )
    }
  }
  await sql.stop()
  await application.stop()
  const lost = [await sql.lost(), await application.lost()]
  if (lost.some((count) => count > 0)) hasFailed = true
  console.log('')
  for (const [kind, all] of Object.entries(outages)) console.log(`${kind.padEnd(11)} outage ${spread(all)}`)
  console.log(
    `acknowledged ${sql.acknowledged()} rows in SQL, ${application.acknowledged()} items through the API`,
  )
  console.log(`lost        ${lost[0]} rows, ${lost[1]} items (goal 0)`)
  console.log(`answers     ${JSON.stringify(application.statuses())}`)
  console.log(`journal     ${application.verifyJournal()}`)
} catch (error) {
  hasFailed = true
  console.error(error)
} finally {
  await cleanUp()
}
process.exit(hasFailed ? 1 : 0)

async function cleanUp(): Promise<void> {
  await endAll(['one', 'two', 'three'].map((name) => join(folder, name)))
  if (values.keep || hasFailed) console.log(`logs in ${folder}`)
  else await rm(folder, { recursive: true, force: true })
}

async function killAndRestart(of: Cluster, leader: string): Promise<void> {
  of.kill(leader)
  await newLeader(of, leader)
  of.restart(leader)
}

async function freezeAndThaw(of: Cluster, leader: string): Promise<void> {
  const pids = of.freeze(leader)
  await sleep(frozenMs)
  of.thaw(pids)
  await sleep(5000)
}

async function newLeader(of: Cluster, before: string): Promise<void> {
  for (const until = Date.now() + BACK_LIMIT_MS; Date.now() < until; await sleep(250)) {
    const now = await of.leader()
    if (now !== undefined && now !== before) return
  }
  throw new Error(`Nobody followed ${before}`)
}

async function writesAgain(writers: { acknowledged(): number }): Promise<boolean> {
  const before = writers.acknowledged()
  for (const until = Date.now() + BACK_LIMIT_MS; Date.now() < until; await sleep(250))
    if (writers.acknowledged() > before) return true
  return false
}

function spread(seconds: readonly number[]): string {
  const sorted = [...seconds].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)]!.toFixed(1)
  return `min ${at(0)} s, median ${at(0.5)} s, max ${at(1)} s over ${sorted.length} cycles`
}
