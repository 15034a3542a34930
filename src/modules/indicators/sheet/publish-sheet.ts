import type { Context } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import { publishRows } from '../commands/publish/publish-rows.ts'
import { lockHead } from '../store/head.ts'
import { type StoredImport, updateImport } from '../store/imports.ts'
import { type Gathered, gatherMessage } from './gather-message.ts'
import { rowsOf, SheetGatherer, settleBlocks } from './gather-sheet.ts'
import { type Reading, readSheetRows } from './read-sheet-rows.ts'
import { reportRows } from './report-rows.ts'
import { loadSheetNames, type SheetNames } from './sheet-names.ts'
import { isMessage, optionsOf, readStored, tableOf } from './stored-sheet.ts'

/**
 * Publishes a checked table as the next vintage, or puts it down as readings: read again, all or none.
 * @throws `indicators.import-has-problems` when a name has changed its meaning since the check, `indicators.nothing-new`
 */
export async function publishSheet(
  ctx: Context,
  row: StoredImport,
  reading: Reading & { stop: () => Promise<void> },
): Promise<void> {
  const { into, note, decisions } = optionsOf(row)
  const names = await ctx.transaction((tx) => loadSheetNames(ctx, tx))
  const gathered = isMessage(row)
    ? await gatherAgain(ctx, row, { names, reading })
    : await readAgain(row, { names, reading })
  await reading.stop()
  reading.signal.throwIfAborted()
  const done = { state: 'done' as const, finished_at: ctx.clock.now() }
  await ctx.transaction(async (tx) => {
    const { vintage } = await lockHead(tx, ctx.tenantId)
    const change = into === 'vintage' ? { ...done, vintage: vintage + 1 } : done
    // First the end of the import, then what it publishes: the journal's entry comes last in a transaction.
    const isOurs = await updateImport(tx, { id: row.id, from: ['running'] }, change)
    if (!isOurs) return
    const detail = {
      fileName: row.file_name,
      sha256: row.sha256,
      confirmed: decisions.map(({ finding, by, reason }) => ({ finding, by, reason })),
    }
    if (into === 'readings') await reportRows(ctx, tx, { gathered, names, detail })
    else
      await publishRows(ctx, tx, {
        source: row.source,
        note,
        importId: row.id,
        rows: rowsOf(gathered),
        detail,
      })
  })
}

interface Again {
  readonly names: SheetNames
  readonly reading: Reading
}

async function gatherAgain(ctx: Context, row: StoredImport, { names, reading }: Again): Promise<Gathered> {
  const { onProgress, signal } = reading
  const bytes = await readStored(ctx, row)
  const { gathered } = await gatherMessage({ bytes, names, locale: ctx.locale, onProgress, signal })
  const [first] = gathered.problems
  if (first) throw invalid('indicators.import-has-problems', { row: first.row })
  return gathered
}

async function readAgain(row: StoredImport, { names, reading }: Again): Promise<Gathered> {
  const gathered = new SheetGatherer(tableOf(row).mapping, names.lookups)
  await readSheetRows(gathered.reader, reading)
  const { duplicates } = settleBlocks(gathered.blocks.values())
  const first = gathered.problems[0]?.row ?? duplicates[0]?.cells[0].row
  if (first !== undefined) throw invalid('indicators.import-has-problems', { row: first })
  return gathered
}
