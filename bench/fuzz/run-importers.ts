import fc from 'fast-check'
import { modules } from '../../src/apps/modules.ts'
import type { Context } from '../../src/kernel/context.ts'
import { CodedError } from '../../src/kernel/errors.ts'
import { importSdmx } from '../../src/modules/indicators/index.ts'
import {
  checkIndicatorSheet,
  getIndicatorSheet,
  startIndicatorSheet,
  uploadIndicatorSheet,
} from '../../src/modules/indicators/testing.ts'
import {
  CheckSheet,
  checkImport,
  getImport,
  startImport,
  uploadSheet,
} from '../../src/modules/ledger/testing.ts'
import { createContext, systemActor } from '../../src/platform/database/index.ts'
import { drainJobs } from '../../src/platform/testing/index.ts'
import { changedTables, digestOf } from './digest.ts'
import type { FuzzCity } from './fuzz-city.ts'
import { type ImportCase, importCases } from './import-cases.ts'
import type { Tally } from './tally.ts'

export interface ImporterRun {
  city: FuzzCity
  tally: Tally
  seed: number
  cases: number
  kept: readonly ImportCase[]
}

/** What an import that was refused or failed may leave behind: itself, its jobs, and what became of it. */
const OF_THE_IMPORT =
  /sheet_import|sheet_mapping|sheet_row|graphile_worker|journal\.|inbox\.|^identity\.|^ledger\.counter$/

/** Imports generated tables and messages with their jobs: all of one is entered, or nothing. */
export async function runImporters({ city, tally, seed, cases, kept }: ImporterRun): Promise<void> {
  const { database, tenant, clock } = city
  const actor = systemActor(modules)
  const ctx = createContext({ database, modules, clock, tenantId: tenant.id, locale: 'zh-CN', actor })
  for (const one of kept) await importOne(one)
  for (let from = 0, batch = 0; from < cases; from += 20, batch++)
    for (const one of fc.sample(importCases, { seed: seed + batch, numRuns: Math.min(20, cases - from) }))
      await importOne(one)

  async function importOne(one: ImportCase): Promise<void> {
    // What an earlier case has published is watched for by a job of its own; it is not this one's doing.
    await drain(city)
    const before = await digestOf(database)
    const started = performance.now()
    const bytes = Buffer.from(one.base64, 'base64')
    let outcome: string
    try {
      outcome = await IMPORTERS[one.kind](ctx, { bytes, fileName: one.fileName }, city)
    } catch (error) {
      outcome = error instanceof CodedError ? `refused ${error.code}` : 'crash'
      if (outcome === 'crash') tally.fault(`${one.kind} ${(error as Error)?.stack ?? error}`, one)
    }
    tally.count(`${one.kind} ${outcome}`, performance.now() - started, one.kind)
    if (outcome.startsWith('entered')) return
    tally.compared++
    const changed = changedTables(before, await digestOf(database)).filter(
      (name) => !OF_THE_IMPORT.test(name),
    )
    if (changed.length === 0) return
    tally.halfWrites++
    tally.fault(`${one.kind} ${outcome} and yet changed ${changed}`, one)
  }
}

type Importer = (ctx: Context, file: { bytes: Buffer; fileName: string }, city: FuzzCity) => Promise<string>

const IMPORTERS: Record<ImportCase['kind'], Importer> = {
  sdmx: async (ctx, file) => {
    const { kind } = await importSdmx(ctx, { ...file, source: '测试', note: '' })
    return kind === 'published' ? 'entered' : kind
  },
  ledger: async (ctx, file, city) => {
    const sheet = await uploadSheet(ctx, file)
    const columns = sheet.columns.map(({ field }) => field)
    await checkImport(ctx, sheet.id, CheckSheet.parse({ columns, options: sheet.options }))
    await drain(city)
    if ((await getImport(ctx, sheet.id)).problems.length > 0) return 'with problems'
    await startImport(ctx, sheet.id)
    await drain(city)
    const { state, failure } = await getImport(ctx, sheet.id)
    return state === 'done' ? 'entered' : `${state} ${failure?.code ?? ''}`
  },
  indicators: async (ctx, file, city) => {
    const sheet = await uploadIndicatorSheet(ctx, file)
    await checkIndicatorSheet(ctx, sheet.id, sheet.mapping)
    await drain(city)
    const checked = await getIndicatorSheet(ctx, sheet.id)
    if (checked.state !== 'ready') return checked.state
    await startIndicatorSheet(ctx, sheet.id, { source: '测试', note: '' } as Parameters<
      typeof startIndicatorSheet
    >[2])
    await drain(city)
    const { state } = await getIndicatorSheet(ctx, sheet.id)
    return state === 'done' ? 'entered' : state
  },
}

/** A job may refuse by code; one that fails otherwise is a crash. */
async function drain(city: FuzzCity): Promise<void> {
  const { failed } = await drainJobs(city, { failures: 'keep' })
  const [first] = failed
  if (first) throw new Error(`job ${first.job} failed: ${first.reason}`)
}
