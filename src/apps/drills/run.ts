import { rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../platform/database/embedded/index.ts'
import { newDataFolder } from '../testing.ts'
import { drillDispatch } from './drill-dispatch.ts'
import { drillFullDisk } from './drill-full-disk.ts'
import { drillHeld } from './drill-held.ts'
import { countRows, importSheetUntil, untilEntering, untilState } from './drill-import.ts'
import { type Drilled, drillPostgresKills, drillServerKills } from './drill-kills.ts'
import { drillOutage } from './drill-outage.ts'
import { type ServedCity, serveCity } from './served-city.ts'
import { mountSmallDisk } from './small-disk.ts'
import { openTcpProxy } from './tcp-proxy.ts'

/**
 * `npm run drill -- [cycles]`: kills the server and PostgreSQL under writes, in mid-import and mid-dispatch, takes the
 * database away for 30 s and fills the disk; prints what was acknowledged, stored, lost and doubled. Ends with 1 when a row
 * is lost or doubled. The gate runs the same in short (the tests beside).
 */
const CYCLES = Number(process.argv[2] ?? 5)
const AWAY_MS = 30_000
let isWrong = false

function tell(drill: string, cycles: number, drilled: Drilled): void {
  const { acknowledged, stored, lost, doubled, unasked, outageMs, tally } = drilled
  const statuses = [...tally.statuses].map(([status, count]) => `${status || 'none'}×${count}`).join(' ')
  isWrong ||= lost.length + doubled.length + unasked.length > 0
  row(
    drill,
    cycles,
    [acknowledged, stored, lost.length, doubled.length],
    `${(outageMs / 1000).toFixed(1)} s`,
    statuses,
  )
}

function row(
  drill: string,
  cycles: number,
  counts: readonly number[],
  outage: string,
  answers: string,
): void {
  console.log(`| ${drill} | ${cycles} | ${counts.join(' | ')} | ${outage} | ${answers} |`)
}

async function imports(city: ServedCity): Promise<void> {
  const rows = 3000
  let stored = 0
  let doubled = 0
  let early = 0
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const name = `import${cycle}`
    const id = await importSheetUntil(city, { rows, name }, async () => {
      await untilEntering(city.databaseUrl())
      await city.kill()
      early += (await countRows(city.databaseUrl(), name)).stored
    })
    await city.start()
    await untilState(city, id, 'done')
    const counted = await countRows(city.databaseUrl(), name)
    stored += counted.stored
    doubled += counted.stored - counted.distinct
  }
  const wanted = rows * CYCLES
  isWrong ||= stored !== wanted || doubled > 0 || early > 0
  row(
    'kill −9 of the server, mid-import',
    CYCLES,
    [wanted, stored, wanted - stored, doubled],
    '–',
    `${early} rows before the end`,
  )
}

async function dispatches(city: ServedCity): Promise<void> {
  const sum = { acknowledged: 0, stored: 0, steps: 0, messages: 0 }
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const told = await drillDispatch(city, { items: 60, name: `dispatch${cycle}` }, async () => {
      await city.kill()
      await city.start()
    })
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += told[key]
  }
  const { acknowledged, stored, steps, messages } = sum
  isWrong ||= stored !== acknowledged || steps !== stored || messages !== stored
  row(
    'kill −9 of the server, mid-dispatch',
    CYCLES,
    [acknowledged, stored, acknowledged - stored, steps - stored],
    '–',
    `${messages} notices`,
  )
}

async function held(city: ServedCity): Promise<void> {
  const told = { dispatched: 0, values: 0, rows: 0, wrong: 0, lost: 0 }
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const [items, rows] = [40, 1000]
    const { middle, end, values } = await drillHeld(city, { items, rows, periods: 120, name: `held${cycle}` })
    told.dispatched += end.dispatched
    told.values += end.published.values
    told.rows += end.entered.stored
    told.lost += items - end.dispatched + (values - end.published.values) + (rows - end.entered.distinct)
    told.wrong += middle.published.values + middle.entered.stored + Math.abs(middle.dispatched - middle.steps)
    told.wrong += end.entered.stored - end.entered.distinct
    told.wrong += Math.abs(end.steps - end.dispatched) + Math.abs(end.messages - end.dispatched)
  }
  const { dispatched, values, rows, wrong, lost } = told
  const stored = dispatched + values + rows
  isWrong ||= wrong !== 0 || lost !== 0
  row(
    'kill −9 of the server, in a bulk dispatch and at the last step of two imports',
    CYCLES,
    [stored + lost, stored, lost, wrong],
    '–',
    `${dispatched} items, ${values} values, ${rows} rows`,
  )
}

async function onOwnServer(): Promise<void> {
  const folder = newDataFolder()
  const city = await serveCity(folder)
  try {
    const drill = { cycles: CYCLES, writers: 8 }
    tell('kill −9 of PostgreSQL', CYCLES, await drillPostgresKills(city, { ...drill, name: 'postgres' }))
    tell('kill −9 of the server', CYCLES, await drillServerKills(city, { ...drill, name: 'server' }))
    await imports(city)
    await dispatches(city)
    await held(city)
  } finally {
    await city.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function behindProxy(): Promise<void> {
  const folder = newDataFolder()
  await using cleanup = new AsyncDisposableStack()
  cleanup.defer(() => rm(folder, { recursive: true, force: true }))
  const server = await startEmbedded({ folder: join(folder, 'postgres') })
  cleanup.defer(() => server.stop())
  const url = new URL(server.url)
  const proxy = await openTcpProxy(url.hostname, Number(url.port))
  cleanup.defer(() => proxy.close())
  url.host = `127.0.0.1:${proxy.port}`
  const city = await serveCity(folder, { DATABASE_URL: url.href })
  cleanup.defer(() => city.stop().then(() => {}))
  const drilled = await drillOutage(city, proxy, { cycles: 1, writers: 8, name: 'away', outageMs: AWAY_MS })
  tell(`database gone for ${AWAY_MS / 1000} s (ready: ${[...drilled.readiness]})`, 1, drilled)
}

async function onSmallDisk(): Promise<void> {
  const folder = newDataFolder()
  const disk = mountSmallDisk(join(folder, 'disk'), 220)
  if (!disk) {
    console.log('| disk full | skipped: only root on Linux may mount a small disk | | | | | | |')
    return
  }
  const city = await serveCity(join(disk.folder, 'data'))
  try {
    const drill = { cycles: CYCLES, writers: 8, name: 'full', contentBytes: 3000 }
    tell('disk full', CYCLES, await drillFullDisk(city, disk, drill))
  } finally {
    await city.stop()
    disk.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

console.log(
  `# Drills\n\n${availableParallelism()} cores, Node ${process.version}, ${new Date(Date.now()).toISOString()}\n`,
)
console.log(
  '| drill | cycles | acknowledged | stored | lost | doubled | outage at most | answers |\n|---|---|---|---|---|---|---|---|',
)
await onOwnServer()
await behindProxy()
await onSmallDisk()
process.exitCode = isWrong ? 1 : 0
