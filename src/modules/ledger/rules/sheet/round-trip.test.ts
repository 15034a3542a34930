import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSheet, type SheetRow, writeCsv, writeXlsx } from '../../../../platform/sheets/index.ts'
import type { Item } from '../../schema.ts'
import { findHeadingRow } from './find-heading-row.ts'
import { guessColumns } from './guess-columns.ts'
import type { ImportedItem, RowContext } from './imported-item.ts'
import { planRow } from './plan-row.ts'
import { arbitraryItem, UNIT_NAMES } from './testing.ts'
import { EXPORT_COLUMNS, exportColumns, writeItem } from './write-item.ts'

const idOf = new Map([...UNIT_NAMES].map(([id, name]) => [name, id]))
const context: RowContext = {
  today: '2024-04-10',
  year: null,
  resolveUnit: (name) => idOf.get(name),
  keepsUnknownUnits: false,
  numberPrefix: '',
  takesOver: true,
  clearsEmpty: false,
  progressIsFraction: false,
}
const names = {
  unit: (id: string) => UNIT_NAMES.get(id)!,
  parent: () => '2024-0001',
  day: (instant: string) => instant.slice(0, 10),
}

type Write = typeof writeXlsx
type Locale = 'zh-CN' | 'en'

async function throughSheet(items: readonly Item[], write: Write, locale: Locale): Promise<SheetRow[]> {
  async function* rows() {
    for (const item of items) yield writeItem(item, names, locale)
  }
  const columns = exportColumns(EXPORT_COLUMNS, locale)
  const bytes = await buffer(write({ sheetName: '台账', columns, rows: rows() }))
  const sheet = await openSheet({ source: { bytes: new Uint8Array(bytes) }, fileName: '台账.xlsx' })
  const read: SheetRow[] = []
  for await (const row of sheet.rows()) read.push(row)
  return read
}

/** What an import has to say of an item that was exported. */
function expected(item: Item): Omit<ImportedItem, 'given'> {
  const { parentId, leadUnitId, supportingUnitIds, responsibleText, ...rest } = item
  const { number, state, progress, dispatchedOn, signedOn, finishedOn, closedOn, firstDueOn, wasLate } = item
  const fields = { ...rest, leadUnitId, supportingUnitIds } as Record<string, unknown>
  for (const key of OUTSIDE) delete fields[key]
  return {
    number,
    fields: fields as unknown as ImportedItem['fields'],
    parentNumber: parentId && '2024-0001',
    responsibleText,
    standing: { state, progress, dispatchedOn, signedOn, finishedOn, closedOn, firstDueOn, wasLate },
    report: null,
    reason: null,
  }
}

/** What is told elsewhere than among the fields, or follows from the item's life in the ledger. */
const OUTSIDE = (
  'id number state stateBefore round level progress dispatchedOn signBy signedOn startedOn reportBy lastReportOn ' +
  'reportedOn finishedOn closedOn recheckOn suspendedOn declinedReason wasLate returnedCount pressedCount ' +
  'lastPressedOn notice noticeOn hasPendingExtension source light expected daysLate createdAt createdBy changedAt ' +
  'changedBy version firstDueOn'
).split(' ')

describe('what is exported comes back by importing it, without loss:', () => {
  it.each<[string, Write, Locale]>([
    ['xlsx', writeXlsx, 'zh-CN'],
    ['csv', writeCsv, 'zh-CN'],
    ['xlsx in English', writeXlsx, 'en'],
  ])('%s', { timeout: 120_000 }, async (_, write, locale) => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryItem, { minLength: 1, maxLength: 12 }), async (items) => {
        const [first, ...rows] = await throughSheet(items, write, locale)
        const heading = findHeadingRow([first!, ...rows.slice(0, 20)])!
        expect([heading.firstRow, heading.lastRow]).toEqual([1, 1])
        const columns = guessColumns(heading.headings).map(({ field }) => field)
        const mapping = { firstHeadingRow: 1, lastHeadingRow: 1, columns }
        const plans = rows.map((row) => planRow(row, mapping, context))
        const read = plans.map((plan) => {
          if (plan.kind !== 'item') return plan
          const { given: _given, ...item } = plan.item
          return item
        })
        expect(read).toEqual(items.map(expected))
      }),
      { numRuns: 15, interruptAfterTimeLimit: 60_000 },
    )
  })
})
