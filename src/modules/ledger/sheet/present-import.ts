import type { Context } from '../../../kernel/context.ts'
import { CodedError } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { columnLetter } from '../../../platform/sheets/index.ts'
import { SheetCounts, type SheetImport, type SheetImportLine, SheetOptions } from '../schema/sheets.ts'
import { sentenceOf } from '../sentences.ts'
import { listImports, type StoredImport } from '../store/sheet-imports.ts'
import { presentNote, type StoredNote } from './sheet-notes.ts'
import { mappingOf, previewOf, requireImport } from './stored-sheet.ts'

const LISTED = 20

/** One import as it stands. @throws `ledger.no-such-import` */
export function getImport(ctx: Context, id: string): Promise<SheetImport> {
  authorize(ctx, 'ledger.import')
  return ctx.transaction(async (tx) => presentImport(ctx, await requireImport(tx, id)))
}

/** The latest imports of the office. */
export function listSheetImports(ctx: Context): Promise<SheetImportLine[]> {
  authorize(ctx, 'ledger.import')
  return ctx.transaction(async (tx) =>
    (await listImports(tx, LISTED)).map((row) => ({
      id: row.id,
      fileName: row.file_name,
      state: row.state,
      counts: countsOf(row.counts),
      createdAt: row.created_at.toISOString(),
      createdBy: row.created_by,
      finishedAt: row.finished_at?.toISOString() ?? null,
    })),
  )
}

export function presentImport(ctx: Context, row: StoredImport): SheetImport {
  const mapping = mappingOf(row)
  const preview = previewOf(row)
  const failure = row.failure as { code: string; details: Record<string, unknown> } | null
  const note = (each: StoredNote) => presentNote(ctx, each, mapping.headings)
  return {
    id: row.id,
    fileName: row.file_name,
    format: row.format,
    state: row.state,
    sheets: [...mapping.sheets],
    sheet: mapping.sheet,
    firstHeadingRow: mapping.firstHeadingRow,
    lastHeadingRow: mapping.lastHeadingRow,
    columns: mapping.headings.map((headings, column) => ({
      column,
      letter: columnLetter(column),
      headings: [...headings],
      field: mapping.columns[column] ?? null,
      confidence: mapping.confidence[column] ?? 0,
      alternatives: [...(mapping.alternatives[column] ?? [])],
      samples: [...(mapping.samples[column] ?? [])],
    })),
    options: SheetOptions.parse(row.options),
    isRemembered: mapping.isRemembered,
    rowsTotal: row.rows_total,
    rowsDone: row.rows_done,
    counts: countsOf(row.counts),
    preview: [...(preview?.rows ?? [])],
    problems: (row.problems as StoredNote[]).map(note),
    warnings: (preview?.warnings ?? []).map(note),
    unknownUnits: [...(preview?.unknownUnits ?? [])],
    failure: failure && {
      code: failure.code,
      sentence: sentenceOf(new CodedError('invalid', failure.code, failure.details), ctx.locale),
    },
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}

/** Nothing is counted before the first check. */
function countsOf(stored: unknown): SheetCounts | null {
  return SheetCounts.safeParse(stored).data ?? null
}
