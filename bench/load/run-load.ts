import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Settings } from '../../src/apps/installation/settings.ts'
import { roundRobin } from '../../src/apps/server/testing/round-robin.ts'
import { checkKept, journalLength, type Kept } from './check-kept.ts'
import { drive, signInAll } from './drive.ts'
import { knowWorld } from './know-world.ts'
import type { Person } from './make-people.ts'
import { startProcess } from './processes.ts'
import type { Flags } from './read-flags.ts'
import type { World } from './reads.ts'
import { newSamples, type Samples } from './samples.ts'
import { type Reading, readProcesses } from './watch-processes.ts'

interface Loading {
  readonly flags: Flags
  readonly settings: Settings
  readonly people: readonly Person[]
  readonly processes: number
  readonly databaseUrl: string
}

export interface Loaded {
  readonly samples: Samples
  readonly seconds: number
  readonly readings: readonly Reading[]
  readonly kept: Kept
  readonly world: World
  readonly told: string
}

/** The work that a start finds (reminders of a city that slept) is let come to an end first, for so long at most. */
const SETTLES_WITHIN_MS = 300_000

/** So many web processes and a worker behind a proxy, with all people at work. */
export async function runLoad({ flags, settings, people, processes, databaseUrl }: Loading): Promise<Loaded> {
  await using cleanup = new AsyncDisposableStack()
  const starting = { databaseUrl, dataFolder: settings.dataFolder, pack: settings.pack }
  const started = await Promise.all([
    ...Array.from({ length: processes }, (_, at) => startProcess('web', `web ${at + 1}`, starting)),
    startProcess('worker', 'worker', starting),
  ])
  cleanup.defer(async () => {
    await Promise.all(started.map((each) => each.stop()))
  })
  const settled = await settle(databaseUrl)
  const proxy = await roundRobin(started.slice(0, processes).map(({ address }) => address))
  cleanup.defer(() => proxy.close())
  const samples = newSamples()
  const since = await journalLength(databaseUrl)
  const { address } = proxy
  const users = await signInAll({ address, people, samples, think: flags.think })
  cleanup.defer(() => {
    for (const user of users) user.close()
  })
  const officer = users.find(({ person }) => person.desk === 'officer')!
  const world = await knowWorld(databaseUrl, flags, officer)
  const pids = {
    ...Object.fromEntries(started.map(({ name, pid }) => [name, pid])),
    'users and proxy': process.pid,
  }
  const postmaster = await postmasterOf(databaseUrl)
  const readings: Reading[] = []
  const { think, minutes } = flags
  const seconds = await drive(users, world, { samples, think, minutes }, () =>
    readings.push(readProcesses(pids, postmaster)),
  )
  const kept = await checkKept(databaseUrl, samples.acknowledged, since)
  return { samples, seconds, readings, kept, world, told: settled }
}

async function settle(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const began = performance.now()
  let waiting = 0
  do {
    await sleep(2000)
    const { rows } = await client.query<{ count: number }>(
      'select count(*)::int as count from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts',
    )
    waiting = rows[0]!.count
  } while (waiting > 0 && performance.now() - began < SETTLES_WITHIN_MS)
  await client.end()
  return `${waiting} jobs waited when it began, after ${((performance.now() - began) / 1000).toFixed(0)} s`
}

/** The first process of the embedded server is the parent of the one that serves a connection. */
async function postmasterOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ line: string }>(
    `select split_part(pg_read_file('postmaster.pid'), chr(10), 1) as line`,
  )
  await client.end()
  return Number(rows[0]!.line)
}
