import { sql } from 'kysely'
import type { Database } from '../database/index.ts'

export interface FailedJob {
  id: string
  job: string
  /** Null for a tick that enqueues the job for each tenant. */
  tenantId: string | null
  attempts: number
  /** Why the last try failed, without secrets. */
  reason: string | null
  failedAt: Date
}

/** The jobs that were tried as often as they may be, the newest first. */
export async function listFailedJobs(database: Database, limit = 200): Promise<FailedJob[]> {
  const { rows } = await sql<FailedJob>`
    select jobs.id::text, tasks.identifier as job, jobs.payload ->> 'tenantId' as "tenantId",
      jobs.attempts::integer, jobs.last_error as reason, jobs.updated_at as "failedAt"
    from graphile_worker._private_jobs jobs
    join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
    where jobs.attempts >= jobs.max_attempts and jobs.locked_at is null
    order by jobs.updated_at desc, jobs.id desc
    limit ${limit}`.execute(database.owner)
  return rows
}
