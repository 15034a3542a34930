import { statfs } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Database, listApplied, planMigrations, readMigrations } from '../database/index.ts'
import type { Module } from '../module.ts'

const NAMES = ['database', 'migrations', 'disk', 'process'] as const

/** Only whether, not why: anybody may ask. */
export type ReadinessChecks = Record<(typeof NAMES)[number], boolean>

export interface Readiness {
  check(): Promise<{ ready: boolean; checks: ReadinessChecks }>
  /** From now on the process says that it is not ready, while it still serves what comes. */
  leave(): void
  /** It was said; connections should not be kept open any longer. */
  readonly isLeaving: boolean
}

interface ReadinessOptions {
  database: Database
  modules: readonly Module[]
  /** Where files are kept; without it the disk is not looked at. */
  folder?: string
  leastFreeBytes?: number
}

const ANSWERS_WITHIN_MS = 2000

/** A handed-in file, its copies and the database's log for a while. */
export const LEAST_FREE_BYTES = 512 * 1024 * 1024

/** Whether requests should be sent here: database reachable, migrations current, room on the disk, not stopping. */
export function createReadiness(options: ReadinessOptions): Readiness {
  const { database, modules, folder, leastFreeBytes = LEAST_FREE_BYTES } = options
  const files = readMigrations(modules)
  files.catch(() => {})
  let isLeaving = false

  async function isCurrent(): Promise<boolean> {
    return planMigrations(await files, await listApplied(database.owner)).length === 0
  }

  return {
    async check() {
      const [reached, current, roomy] = await Promise.all([
        holds(async () => (await sql`select 1`.execute(database.owner)).rows.length === 1),
        holds(isCurrent),
        holds(async () => folder === undefined || (await freeBytes(folder)) >= leastFreeBytes),
      ])
      const checks = { database: reached, migrations: current, disk: roomy, process: !isLeaving }
      return { ready: NAMES.every((name) => checks[name]), checks }
    },
    leave() {
      isLeaving = true
    },
    get isLeaving() {
      return isLeaving
    },
  }
}

/** What is available to us, not to root alone. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** No answer in time is a no. */
async function holds(question: () => Promise<boolean>): Promise<boolean> {
  const asked = new AbortController()
  const { signal } = asked
  const late = sleep(ANSWERS_WITHIN_MS, false, { signal, ref: false }).catch(() => false)
  const answer = await Promise.race([question().catch(() => false), late])
  asked.abort()
  return answer
}
