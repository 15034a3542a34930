import { type CronItem, type ParsedCronItem, parseCronItems } from 'graphile-worker'
import { sql } from 'kysely'
import type { Database } from '../database/index.ts'
import type { CronEntry, Module } from '../module.ts'
import { listTenants } from '../tenants/index.ts'

/** China keeps one time, without summer time, since 1991: the city's hour is UTC + 8. */
const CITY_HOURS_AHEAD = 8

/** A tick missed while the server was down is made good at the next start, once. */
const MADE_GOOD_MS = 24 * 60 * 60 * 1000

const PATTERN = /^(\S+) (\S+) \* \* \*$/

/** The crons that modules declare. @throws Error on a job that nobody declares or a pattern we do not read */
export function cronEntries(modules: readonly Module[]): CronEntry[] {
  const entries = modules.flatMap(({ crons }) => crons ?? [])
  for (const { job, pattern } of entries) {
    if (!modules.some((module) => module.jobs?.[job]))
      throw new Error(`Cron of "${job}", which no module declares`)
    // Days are the working calendar's business, which the job asks; so only the time of day is read here.
    if (!PATTERN.test(pattern)) throw new Error(`Cron "${pattern}" of "${job}" should be "minute hour * * *"`)
  }
  return entries
}

/** What the installation does for all its tenants, once across all processes. */
export interface InstallationTask {
  /** `platform:…` */
  readonly name: string
  /** Minute and hour in UTC, `10 19 * * *`: eight hours less than in the city. */
  readonly match: string
  run(): Promise<void>
}

/** Done by every installation, whatever else is named. */
export const PARTITIONS_TASK = 'platform:make-partitions'

/** The task of graphile-worker that one tick runs, once for all processes; it enqueues the job for each tenant. */
export const tickTask = (job: string) => `tick:${job}`

/** The entries as graphile-worker reads them, in UTC. */
export function cronItems(
  modules: readonly Module[],
  tasks: readonly InstallationTask[] = [],
): ParsedCronItem[] {
  const items = cronEntries(modules).map(({ job, pattern }): CronItem => {
    const [parsed] = parseCronItems([{ task: tickTask(job), match: pattern }])
    return {
      task: tickTask(job),
      identifier: `${job} ${pattern}`,
      match: (utc) => parsed!.match({ ...utc, hour: (utc.hour + CITY_HOURS_AHEAD) % 24 }),
      options: { backfillPeriod: MADE_GOOD_MS, jobKey: tickTask(job) },
    }
  })
  // 02:40 in the city, and again at noon should somebody have read the whole journal then.
  const own = [{ name: PARTITIONS_TASK, match: '40 4,18 * * *' }, ...tasks].map(
    ({ name, match }): CronItem => ({
      task: name,
      identifier: name,
      match,
      options: { backfillPeriod: MADE_GOOD_MS, jobKey: name },
    }),
  )
  return parseCronItems([...items, ...own])
}

/** Enqueues a job without payload once for each tenant; one that still waits is not joined by a second. */
export async function enqueueForTenants(database: Database, job: string): Promise<void> {
  for (const { id } of await listTenants(database)) {
    await database.forTenant({ tenantId: id }, async (tx) => {
      await sql`select platform.enqueue_job(${job}, '{}'::json, now(), 'cron', null)`.execute(tx)
    })
  }
}
