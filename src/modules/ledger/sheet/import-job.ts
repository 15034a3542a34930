import { z } from 'zod'
import type { Context } from '../../../kernel/context.ts'
import { CodedError } from '../../../kernel/errors.ts'
import type { JobHandler } from '../../../platform/module.ts'
import type { SheetImportState } from '../schema/sheets.ts'
import {
  findImport,
  holdImports,
  type ImportChange,
  type StoredImport,
  updateImport,
} from '../store/sheet-imports.ts'
import { checkRows } from './check-rows.ts'
import { runRows } from './run-rows.ts'
import { mappingOf, openStored } from './stored-sheet.ts'

export const IMPORT_JOB = 'ledger.import-sheet'
/** How often a fault that is not the sheet's is tried again. */
export const IMPORT_ATTEMPTS = 3
const PROGRESS_MS = 500
const BUSY = ['checking', 'running'] as const

export const ImportTask = z.object({ importId: z.uuid(), locale: z.enum(['zh-CN', 'en']) })
export type ImportTask = z.infer<typeof ImportTask>

/**
 * Checks or enters the rows of an import, whichever its state asks for, in the name of whoever uploaded it. All rows or
 * none: the end of the import is part of the transaction that enters them, so a second run finds it done.
 */
export const importSheet: JobHandler = async (system, payload, { signal, attempt }) => {
  const { importId, locale } = ImportTask.parse(payload)
  const row = await system.transaction((tx) => findImport(tx, importId))
  if (!row || !(BUSY as readonly string[]).includes(row.state)) return
  const actor = { ...system.actor, userId: row.creator_id, name: row.created_by }
  const ctx: Context = { ...system, locale, actor }
  const watch = watchOver(ctx, row, signal)
  try {
    await (row.state === 'checking' ? check(ctx, row, watch) : run(ctx, row, watch))
  } catch (error) {
    await watch.stop()
    if (signal.aborted) throw error
    if (watch.isCancelled() || error instanceof Overtaken) return
    if (error instanceof CodedError) await fail(ctx, row, error)
    else {
      if (attempt >= IMPORT_ATTEMPTS) await fail(ctx, row, new CodedError('conflict', 'ledger.import-broken'))
      throw error
    }
  } finally {
    await watch.stop()
  }
}

/** Somebody cancelled it, or began it anew: what was read or entered no longer counts. */
class Overtaken extends Error {}

interface Watch {
  readonly signal: AbortSignal
  readonly onProgress: (rows: number) => void
  readonly isCancelled: () => boolean
  stop(): Promise<void>
}

async function check(ctx: Context, row: StoredImport, watch: Watch): Promise<void> {
  const open = () => openStored(ctx, row, { sheet: mappingOf(row).sheet, signal: watch.signal })
  const checked = await ctx.transaction((tx) =>
    checkRows(ctx, tx, { row, open, onProgress: watch.onProgress }),
  )
  await watch.stop()
  await finish(ctx, row, {
    state: 'ready',
    counts: JSON.stringify(checked.counts),
    preview: JSON.stringify(checked.preview),
    problems: JSON.stringify(checked.problems),
    rows_done: checked.counts.rows,
    rows_total: checked.counts.rows,
  })
}

async function run(ctx: Context, row: StoredImport, watch: Watch): Promise<void> {
  const open = () => openStored(ctx, row, { sheet: mappingOf(row).sheet, signal: watch.signal })
  const { signal, onProgress } = watch
  await ctx.transaction(async (tx) => {
    await holdImports(tx)
    await runRows(ctx, tx, { row, open, onProgress, signal })
    await watch.stop()
    const done = { state: 'done', finished_at: ctx.clock.now() } as const
    if (!(await updateImport(tx, claim(row), done))) throw new Overtaken()
  })
}

async function finish(ctx: Context, row: StoredImport, change: ImportChange): Promise<void> {
  await ctx.transaction((tx) => updateImport(tx, claim(row), { ...change, finished_at: ctx.clock.now() }))
}

function fail(ctx: Context, row: StoredImport, { code, details }: CodedError): Promise<void> {
  return finish(ctx, row, { state: 'failed', failure: JSON.stringify({ code, details }) })
}

/** The import as this run found it. */
const claim = (row: StoredImport) => ({ id: row.id, from: [row.state as SheetImportState], of: row })

/** Writes the progress twice a second, outside the transaction of the rows, and looks whether somebody cancelled. */
function watchOver(ctx: Context, row: StoredImport, stopping: AbortSignal): Watch {
  const cancelled = new AbortController()
  let rows = 0
  let writing: Promise<void> = Promise.resolve()
  const write = async () => {
    const isOurs = await ctx.transaction((tx) => updateImport(tx, claim(row), { rows_done: rows }))
    if (!isOurs) cancelled.abort(new Error('the import was cancelled'))
  }
  const timer = setInterval(() => {
    writing = writing.then(write).catch(() => {})
  }, PROGRESS_MS)
  return {
    signal: AbortSignal.any([stopping, cancelled.signal]),
    onProgress: (count) => {
      rows = count
    },
    isCancelled: () => cancelled.signal.aborted,
    async stop() {
      clearInterval(timer)
      await writing
    },
  }
}
