import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Context, Tx } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { type SheetValue, writeCsv, writeXlsx } from '../../../platform/sheets/index.ts'
import { cityDay } from '../city-time.ts'
import { itemFilter } from '../queries/item-filter.ts'
import { openReading } from '../queries/open-reading.ts'
import { presentItem } from '../queries/present-item.ts'
import {
  EXPORT_COLUMNS,
  type ExportColumn,
  exportColumns,
  exportName,
  writeItem,
} from '../rules/sheet/write-item.ts'
import type { ExportItems } from '../schema/sheets.ts'
import { eachBatch, numbersOf } from '../store/export-items.ts'
import { loadUnitNames } from './unit-names.ts'

/**
 * What the list shows, all pages of it, as a spreadsheet: through the list's own filter, in its order, numbers and days
 * raw. Rows are read as the bytes are taken, in one transaction, so that the sheet is of one moment.
 */
export function exportItems(ctx: Context, asked: ExportItems): Readable {
  authorize(ctx, 'ledger.read')
  const out = new PassThrough()
  ctx
    .transaction(async (tx) => {
      const columns = (asked.columns as ExportColumn[] | undefined) ?? EXPORT_COLUMNS
      const content = {
        sheetName: exportName(ctx.locale),
        columns: exportColumns(columns, ctx.locale),
        rows: rowsOf(ctx, tx, asked),
      }
      await pipeline(asked.format === 'csv' ? writeCsv(content) : writeXlsx(content), out)
    })
    .catch((error: Error) => out.destroy(error))
  return out
}

async function* rowsOf(
  ctx: Context,
  tx: Tx,
  { format: _, columns: __, sort, ...query }: ExportItems,
): AsyncGenerator<Record<string, SheetValue>> {
  const reading = await openReading(ctx, tx)
  const filter = await itemFilter(ctx, tx, { query, ...reading })
  const units = await loadUnitNames(tx)
  for await (const items of eachBatch(tx, filter, { sort, unitOrder: units.order })) {
    const parents = await numbersOf(tx, [...new Set(items.flatMap(({ parentId }) => parentId ?? []))])
    for (const item of items) {
      const day = item.issuedOn ?? reading.facts.today
      const names = {
        unit: (id: string) => units.nameOf(id, day),
        parent: (id: string) => parents.get(id) ?? '',
        day: (instant: string) => cityDay(ctx, instant),
      }
      yield writeItem(presentItem(item, reading.facts, filter.on), names, ctx.locale)
    }
  }
}
