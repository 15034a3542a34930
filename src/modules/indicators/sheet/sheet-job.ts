import { z } from 'zod'
import type { Context } from '../../../kernel/context.ts'
import { CodedError } from '../../../kernel/errors.ts'
import type { JobHandler } from '../../../platform/module.ts'
import { findImport, type ImportChange, type StoredImport, updateImport } from '../store/imports.ts'
import { checkSheet } from './check-sheet.ts'
import { publishSheet } from './publish-sheet.ts'
import type { Reading } from './read-sheet-rows.ts'
import { openStored, readStored, tableOf } from './stored-sheet.ts'

export const SHEET_JOB = 'indicators.import-sheet'
const PROGRESS_MS = 500

export const SheetTask = z.object({ importId: z.uuid(), locale: z.enum(['zh-CN', 'en']) })
export type SheetTask = z.infer<typeof SheetTask>

/**
 * Checks or publishes an import, whichever its state asks for, in the name of whoever uploaded it. The end of the import is
 * part of the transaction that publishes, so a second run finds it done.
 */
export const importIndicatorSheet: JobHandler = async (system, payload, { signal }) => {
  const { importId, locale } = SheetTask.parse(payload)
  const row = await system.transaction((tx) => findImport(tx, importId))
  if (!row || (row.state !== 'checking' && row.state !== 'running')) return
  const actor = { ...system.actor, userId: row.creator_id, name: row.created_by }
  const ctx: Context = { ...system, locale, actor }
  const watch = watchOver(ctx, row, signal)
  const sheet = tableOf(row).sheet
  const reading: Reading = {
    open: () => openStored(ctx, row, { sheet, signal: watch.signal }),
    readCsv: row.format === 'csv' ? () => readStored(ctx, row) : null,
    onProgress: watch.onProgress,
    signal: watch.signal,
  }
  try {
    if (row.state === 'checking') {
      const checked = await ctx.transaction((tx) => checkSheet(ctx, tx, { row, reading }))
      await watch.stop()
      await finish(ctx, row, {
        state: 'ready',
        counts: JSON.stringify(checked.counts),
        preview: JSON.stringify(checked.preview),
        problems: JSON.stringify(checked.problems),
        rows_done: checked.counts.rows,
        rows_total: checked.counts.rows,
      })
    } else await publishSheet(ctx, row, { ...reading, stop: watch.stop })
  } catch (error) {
    await watch.stop()
    if (signal.aborted) throw error
    if (watch.isCancelled()) return
    if (!(error instanceof CodedError)) throw error
    // What the file says is published already: the import is done, and there is no new vintage.
    if (error.code === 'indicators.nothing-new') return void (await finish(ctx, row, { state: 'done' }))
    await finish(ctx, row, {
      state: 'failed',
      failure: JSON.stringify({ code: error.code, details: error.details }),
    })
  } finally {
    await watch.stop()
  }
}

async function finish(ctx: Context, row: StoredImport, change: ImportChange): Promise<void> {
  await ctx.transaction((tx) =>
    updateImport(tx, { id: row.id, from: [row.state] }, { ...change, finished_at: ctx.clock.now() }),
  )
}

/** Writes the progress twice a second, outside the transaction of the values, and looks whether somebody cancelled. */
function watchOver(ctx: Context, row: StoredImport, stopping: AbortSignal) {
  const cancelled = new AbortController()
  let rows = 0
  let writing: Promise<void> = Promise.resolve()
  const write = async () => {
    const isOurs = await ctx.transaction((tx) =>
      updateImport(tx, { id: row.id, from: [row.state] }, { rows_done: rows }),
    )
    if (!isOurs) cancelled.abort(new Error('the import was cancelled'))
  }
  const timer = setInterval(() => {
    writing = writing.then(write).catch(() => {})
  }, PROGRESS_MS)
  return {
    signal: AbortSignal.any([stopping, cancelled.signal]),
    onProgress: (count: number) => {
      rows = count
    },
    isCancelled: () => cancelled.signal.aborted,
    async stop() {
      clearInterval(timer)
      await writing
    },
  }
}
