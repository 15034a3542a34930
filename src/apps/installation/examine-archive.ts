import { sql } from 'kysely'
import type { Database } from '../../platform/database/index.ts'

interface Archiver {
  mode: string
  archived: number
  failed: number
  last: string | null
  /** The newest try was a failure. */
  isFailing: boolean
  seconds: number | null
}

/** Whether the embedded server's log reaches its archive. */
export async function archive({ database: { owner }, walArchive }: Patient) {
  if (!walArchive) return { check: 'archive' as const, state: 'skipped' as const, details: {} }
  const { rows } = await sql<Archiver>`
    select current_setting('archive_mode') as mode, archived_count::int as archived, failed_count::int as failed,
      last_archived_wal as last,
      coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) as "isFailing",
      extract(epoch from now() - last_archived_time)::int as seconds
    from pg_stat_archiver`.execute(owner)
  const { mode, archived, failed, last, isFailing, seconds } = rows[0]!
  const details = {
    folder: walArchive,
    archived,
    failed,
    last: last ?? '–',
    minutes: Math.round((seconds ?? 0) / 60),
    reason: mode,
  }
  const state = mode === 'on' && !isFailing ? ('ok' as const) : ('failed' as const)
  return { check: 'archive' as const, state, details }
}

interface Patient {
  database: Database
  walArchive?: string | undefined
}
