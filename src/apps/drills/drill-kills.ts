import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { holdAgainst, type Outcome } from './hold-against.ts'
import { keepWriting, untilMore } from './keep-writing.ts'
import type { ServedCity } from './served-city.ts'
import { newTally, type Tally } from './tally.ts'

export interface KillDrill {
  cycles: number
  writers: number
  name: string
  contentBytes?: number
}

export type Drilled = Outcome & { tally: Tally }

/** Kills the server's own process under writes, again and again, and starts it again. */
export const drillServerKills = (city: ServedCity, drill: KillDrill): Promise<Drilled> =>
  underWrites(city, drill, async () => {
    await city.kill()
    await city.start()
  })

/** Kills the postmaster under writes; nobody starts it again but the server. */
export const drillPostgresKills = (city: ServedCity, drill: KillDrill): Promise<Drilled> =>
  underWrites(city, drill, async () => {
    const pidFile = join(city.dataFolder, 'postgres/cluster/postmaster.pid')
    process.kill(Number.parseInt(readFileSync(pidFile, 'utf8'), 10), 'SIGKILL')
  })

/** Writes go on while something is broken, `cycles` times, and are held against the ledger in the end. */
export async function underWrites(
  city: Pick<ServedCity, 'address' | 'officer' | 'databaseUrl'>,
  { cycles, writers, name, contentBytes, tally = newTally() }: KillDrill & { tally?: Tally },
  breakIt: () => Promise<void>,
): Promise<Drilled> {
  const { address, officer: session } = city
  const writing = keepWriting({ address, session, tally, writers, name, contentBytes })
  for (let cycle = 0; cycle < cycles; cycle++) {
    await untilMore(tally, 2 * writers)
    await breakIt()
    await untilMore(tally, 2 * writers)
  }
  await writing.finish()
  return { ...(await holdAgainst(city.databaseUrl(), name, tally)), tally }
}
