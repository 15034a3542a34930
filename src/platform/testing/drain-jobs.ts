import { type Kysely, sql } from 'kysely'
import { modules } from '../../apps/modules.ts'
import { runJob } from '../jobs/run-job.ts'
import type { TestCity } from './open-test-city.ts'

export interface Drained {
  /** The names of the jobs that ran, in their order; a job that failed stands here too. */
  ran: string[]
  failed: { job: string; reason: string }[]
}

interface DueJob {
  id: string
  job: string
  envelope: unknown
  key: string | null
  attempts: number
}

/** More than any test enqueues: a job that enqueues itself for now would go on for ever. */
const MOST = 10_000

/**
 * Runs every job that is due by the city's clock, one after the other, with those that they enqueue. What is
 * due later waits for `setClock`. A handler's failure is thrown, unless `failures` is `keep`: then the job is
 * tried again after the back-off that the worker gives it (e^attempts seconds), by the city's clock.
 */
export async function drainJobs(
  city: Pick<TestCity, 'database' | 'clock'>,
  { failures = 'throw' }: { failures?: 'throw' | 'keep' } = {},
): Promise<Drained> {
  const { database, clock } = city
  const { owner } = database
  const drained: Drained = { ran: [], failed: [] }
  const signal = new AbortController().signal
  for (;;) {
    const due = await takeNext(owner, clock.now())
    if (!due) return drained
    if (drained.ran.length >= MOST) throw new Error(`More than ${MOST} jobs: "${due.job}" enqueues itself`)
    drained.ran.push(due.job)
    const run = { signal, jobKey: due.key, attempt: due.attempts }
    try {
      await runJob({ database, modules, clock }, { name: due.job, envelope: due.envelope, run })
    } catch (error) {
      const reason = (error as Error).message
      await giveBack(owner, due.id, { reason, now: clock.now() })
      if (failures === 'throw') throw new Error(`Job "${due.job}" failed: ${reason}`, { cause: error })
      drained.failed.push({ job: due.job, reason })
      continue
    }
    await sql`delete from graphile_worker._private_jobs where id = ${due.id}`.execute(owner)
  }
}

async function takeNext(owner: Kysely<Record<never, never>>, now: Date): Promise<DueJob | undefined> {
  const { rows } = await sql<DueJob>`
    update graphile_worker._private_jobs jobs
    set attempts = attempts + 1, locked_by = 'drain', locked_at = now()
    from graphile_worker._private_tasks tasks
    where tasks.id = jobs.task_id and jobs.id = (
      select id from graphile_worker._private_jobs
      where is_available and run_at <= ${now} order by priority, run_at, id limit 1
    )
    returning jobs.id::text, tasks.identifier as job, jobs.payload as envelope, jobs.key, jobs.attempts::integer`.execute(
    owner,
  )
  return rows[0]
}

async function giveBack(
  owner: Kysely<Record<never, never>>,
  id: string,
  { reason, now }: { reason: string; now: Date },
): Promise<void> {
  await sql`update graphile_worker._private_jobs
    set last_error = ${reason}, locked_by = null, locked_at = null,
      run_at = greatest(${now}, run_at) + exp(least(attempts, 10)) * interval '1 second'
    where id = ${id}`.execute(owner)
}
