import type { Context, Locale } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { columnLetter } from '../../../platform/sheets/index.ts'
import {
  type IndicatorSheet,
  type IndicatorSheetLine,
  TableCounts,
  type TableFinding,
} from '../schema/sheets.ts'
import { sentenceOf } from '../sentences.ts'
import { listImports, type StoredImport } from '../store/imports.ts'
import {
  optionsOf,
  previewOf,
  problemsOf,
  requireImport,
  type StoredFinding,
  type StoredOptions,
  tableOf,
} from './stored-sheet.ts'

const LISTED = 20

/** One import as it stands. @throws `indicators.no-such-import` */
export function getIndicatorSheet(ctx: Context, id: string): Promise<IndicatorSheet> {
  authorize(ctx, 'indicators.import')
  return ctx.transaction(async (tx) => presentSheet(ctx, await requireImport(tx, id)))
}

/** The latest imports. */
export function listIndicatorSheets(ctx: Context): Promise<IndicatorSheetLine[]> {
  authorize(ctx, 'indicators.import')
  return ctx.transaction(async (tx) =>
    (await listImports(tx, LISTED)).map((row) => ({
      id: row.id,
      fileName: row.file_name,
      state: row.state,
      source: row.source,
      counts: countsOf(row.counts),
      vintage: row.vintage,
      createdAt: row.created_at.toISOString(),
      createdBy: row.created_by,
      finishedAt: row.finished_at?.toISOString() ?? null,
    })),
  )
}

function presentSheet(ctx: Context, row: StoredImport): IndicatorSheet {
  const table = tableOf(row)
  const preview = previewOf(row)
  const { decisions } = optionsOf(row)
  const { columns, table: wide, signs, totals, indicatorNames, unitNames, layout } = table.mapping
  const failure = row.failure as { code: string; details: Record<string, unknown> } | null
  return {
    id: row.id,
    fileName: row.file_name,
    format: row.format,
    state: row.state,
    source: row.source,
    sheets: [...table.sheets],
    sheet: table.sheet,
    titles: [...table.titles],
    layout,
    firstHeadingRow: table.mapping.firstHeadingRow,
    lastHeadingRow: table.mapping.lastHeadingRow,
    columns: columns.map((mapped, column) => ({
      column,
      letter: columnLetter(column),
      headings: [...(table.headings[column] ?? [])],
      mapped,
      confidence: table.confidence[column] ?? 0,
      samples: [...(table.samples[column] ?? [])],
    })),
    mapping: { columns: [...columns], table: wide, signs, totals, indicatorNames, unitNames },
    unsaid: [...table.unsaid],
    isRemembered: table.isRemembered,
    rowsTotal: row.rows_total,
    rowsDone: row.rows_done,
    counts: countsOf(row.counts),
    preview: [...(preview?.values ?? [])],
    problems: problemsOf(row).map(({ row: line, column, value, code, details }) => ({
      row: line,
      letter: column === null ? null : columnLetter(column),
      value,
      code,
      sentence: sentenceOf(ctx.locale, code, {
        ...details,
        row: line,
        letter: column === null ? '' : columnLetter(column),
      }),
    })),
    findings: (preview?.findings ?? []).map((finding) => presentFinding(ctx, finding, decisions)),
    unknownUnits: [...(preview?.unknownUnits ?? [])],
    unknownIndicators: [...(preview?.unknownIndicators ?? [])],
    vintage: row.vintage,
    failure: failure && {
      code: failure.code,
      sentence: sentenceOf(ctx.locale, failure.code, failure.details),
    },
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}

function presentFinding(
  ctx: Context,
  finding: StoredFinding,
  decisions: StoredOptions['decisions'],
): TableFinding {
  const decided = decisions.find((each) => each.finding === finding.id)
  return {
    ...finding,
    units: [...finding.units],
    cells: [...finding.cells],
    numbers: { ...finding.numbers },
    sentence: findingSentence(ctx.locale, finding),
    decision: decided
      ? { decision: decided.decision, reason: decided.reason, by: decided.by, at: decided.at }
      : null,
  }
}

/** What was found, as a person reads it. */
export function findingSentence(locale: Locale, finding: StoredFinding): string {
  const { numbers, indicator, period, units, cellCount, code } = finding
  const unit = units.join(locale === 'zh-CN' ? '、' : ', ')
  return sentenceOf(locale, code, { ...numbers, indicator, at: period ?? '', unit, cells: cellCount })
}

/** Nothing is counted before the first check. */
function countsOf(stored: unknown): TableCounts | null {
  return TableCounts.safeParse(stored).data ?? null
}
