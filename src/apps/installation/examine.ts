import { sql } from 'kysely'
import type { Clock } from '../../kernel/clock.ts'
import { type Database, listApplied, planMigrations, readMigrations } from '../../platform/database/index.ts'
import { checkHead } from '../../platform/journal/index.ts'
import { freeBytes, LEAST_FREE_BYTES } from '../../platform/operations/index.ts'
import { findMissingPartitions } from '../../platform/partitions/index.ts'
import { listTenants } from '../../platform/tenants/index.ts'
import { modules } from '../modules.ts'
import { archive } from './examine-archive.ts'
import { replicas } from './examine-replicas.ts'
import { whyMailIsSilent } from './mail-answers.ts'

export interface Finding {
  check:
    | 'settings'
    | 'database'
    | 'migrations'
    | 'disk'
    | 'clock'
    | 'journal'
    | 'partitions'
    | 'replicas'
    | 'archive'
    | 'files'
    | 'mail'
  state: 'ok' | 'failed' | 'skipped'
  /** What was to be looked at did not answer: `reason` is an error's, and the sentence is `doctor.unseen`. */
  isUnseen?: true
  /** For the sentence `doctor.<check>-<state>`. */
  details: Readonly<Record<string, string | number>>
}

interface Patient {
  database: Database
  clock: Clock
  dataFolder: string
  smtpUrl: string | undefined
  walArchive?: string | undefined
}

const OLDEST_SERVER = 150_000
/** More, and deadlines, sessions and codes that last half a minute begin to disagree. */
const MOST_SKEW_MS = 2000
const MB = 1024 * 1024

/** Looks an installation over without changing it; what cannot be looked at is a finding too. */
export async function examine(patient: Patient): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of [
    database,
    migrations,
    disk,
    clock,
    journal,
    partitions,
    replicas,
    archive,
    files,
    mail,
  ]) {
    findings.push(
      await check(patient).catch((error: Error): Finding => {
        // Where the tables are still to be made, that alone is what is wrong.
        const state = isNoTable(error) ? 'skipped' : 'failed'
        const details = { reason: error.message }
        return { check: check.name as Finding['check'], state, isUnseen: true, details }
      }),
    )
  }
  return findings
}

/** `undefined_table`, `invalid_schema_name`: migrations that are missing are a finding of their own. */
const isNoTable = (error: Error) => 'code' in error && (error.code === '42P01' || error.code === '3F000')

async function database({ database: { owner } }: Patient): Promise<Finding> {
  const { rows } = await sql<{ number: number; version: string; bytes: number }>`select
    current_setting('server_version_num')::int as number, current_setting('server_version') as version,
    pg_database_size(current_database())::float8 as bytes`.execute(owner)
  const { number, version, bytes } = rows[0]!
  const details = { version, megabytes: Math.round(bytes / MB) }
  return { check: 'database', state: number >= OLDEST_SERVER ? 'ok' : 'failed', details }
}

async function migrations({ database: { owner } }: Patient): Promise<Finding> {
  const { rows } = await sql<{ isThere: boolean }>`
    select to_regclass('platform.migration') is not null as "isThere"`.execute(owner)
  const applied = rows[0]!.isThere ? await listApplied(owner) : []
  const pending = planMigrations(await readMigrations(modules), applied)
  const details = { applied: applied.length, pending: pending.length, reason: `${pending.length}` }
  return { check: 'migrations', state: pending.length === 0 ? 'ok' : 'failed', details }
}

async function disk({ dataFolder }: Patient): Promise<Finding> {
  const free = await freeBytes(dataFolder)
  const details = { folder: dataFolder, megabytes: Math.round(free / MB), least: LEAST_FREE_BYTES / MB }
  return { check: 'disk', state: free >= LEAST_FREE_BYTES ? 'ok' : 'failed', details }
}

/** The database's clock at the middle of the question. */
async function clock({ database: { owner }, clock: own }: Patient): Promise<Finding> {
  const before = own.now().getTime()
  const { rows } = await sql<{ at: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as at`.execute(owner)
  const skew = Math.round(rows[0]!.at - (before + own.now().getTime()) / 2)
  const details = { seconds: (Math.abs(skew) / 1000).toFixed(1) }
  return { check: 'clock', state: Math.abs(skew) <= MOST_SKEW_MS ? 'ok' : 'failed', details }
}

async function journal({ database }: Patient): Promise<Finding> {
  const tenants = await listTenants(database)
  const broken: string[] = []
  for (const { id, key } of tenants) if (!(await checkHead(database, id))) broken.push(key)
  const details = { tenants: tenants.length, reason: broken.join(', ') }
  return { check: 'journal', state: broken.length === 0 ? 'ok' : 'failed', details }
}

async function partitions({ database, clock: own }: Patient): Promise<Finding> {
  const missing = await findMissingPartitions(database, own)
  const details = { reason: missing.join(', ') }
  return { check: 'partitions', state: missing.length === 0 ? 'ok' : 'failed', details }
}

async function files({ database: { files: store } }: Patient): Promise<Finding> {
  const place = store?.place ?? '–'
  const reason = await store?.check().then(
    () => undefined,
    (error: Error) => error.message,
  )
  return {
    check: 'files',
    state: reason === undefined ? 'ok' : 'failed',
    details: { place, reason: reason ?? '' },
  }
}

async function mail({ smtpUrl }: Patient): Promise<Finding> {
  if (!smtpUrl) return { check: 'mail', state: 'skipped', details: {} }
  const reason = await whyMailIsSilent(smtpUrl)
  return { check: 'mail', state: reason === undefined ? 'ok' : 'failed', details: { reason: reason ?? '' } }
}
