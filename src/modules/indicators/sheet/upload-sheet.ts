import { createHash } from 'node:crypto'
import type { Context } from '../../../kernel/context.ts'
import { CodedError, conflict, invalid } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import type { OpenSheet, SheetRow } from '../../../platform/sheets/index.ts'
import { messageFormat } from '../commands/sdmx/read-message.ts'
import { proposeTable } from '../rules/sheet/propose-table.ts'
import type { TableMapping } from '../rules/sheet/table-mapping.ts'
import type { IndicatorSheet, ProposeTable, SheetMapping } from '../schema/sheets.ts'
import { findMapping, insertImport, updateImport } from '../store/imports.ts'
import { getIndicatorSheet } from './present-sheet.ts'
import { SHEET_JOB, type SheetTask } from './sheet-job.ts'
import { loadSheetNames } from './sheet-names.ts'
import {
  isMessage,
  openBytes,
  openStored,
  optionsOf,
  requireImport,
  type StoredTable,
} from './stored-sheet.ts'

/** Enough rows to see headings and what the columns hold. */
const LOOKED_AT = 300
const LONGEST_NAME = 200
/** Nothing is under way, so the mapping may change. */
export const IDLE = ['uploaded', 'ready', 'failed', 'cancelled'] as const

/**
 * Keeps a statistical table and proposes how to read it; an SDMX message, which says that itself, is checked at once. @throws the refusals of `openSheet`,
 * `indicators.sheet-no-table` when no values are found in it; then nothing is kept
 */
export async function uploadIndicatorSheet(
  ctx: Context,
  { bytes, fileName }: { bytes: Uint8Array; fileName: string },
): Promise<IndicatorSheet> {
  authorize(ctx, 'indicators.import')
  const name = cleanName(fileName)
  const message = messageFormat(bytes)
  const { proposed, format, state } = message
    ? { proposed: MESSAGE, format: `sdmx-${message}` as const, state: 'checking' as const }
    : { ...(await proposeFirst(ctx, bytes, name)), state: 'uploaded' as const }
  const stored = await filesOf(ctx).put(bytes)
  const now = ctx.clock.now()
  const id = newId(now.getTime())
  await ctx.transaction(async (tx) => {
    await insertImport(tx, {
      tenant_id: ctx.tenantId,
      id,
      file_name: name,
      sha256: stored.sha256,
      format,
      bytes: stored.bytes,
      state,
      source: proposed.source,
      mapping: JSON.stringify(proposed.table),
      options: '{}',
      preview: 'null',
      problems: '[]',
      counts: '{}',
      rows_done: 0,
      rows_total: proposed.rowsTotal,
      failure: 'null',
      vintage: null,
      created_at: now,
      creator_id: ctx.actor.userId,
      created_by: ctx.actor.name,
      finished_at: null,
    })
    const payload: SheetTask = { importId: id, locale: ctx.locale }
    if (message) await enqueue(tx, ctx, { job: SHEET_JOB, payload, key: id, maxAttempts: 3 })
  })
  return getIndicatorSheet(ctx, id)
}

/** A message has nothing to be mapped. */
const MESSAGE = {
  source: '',
  rowsTotal: null,
  table: {
    ...{ sheet: '', sheets: [], titles: [], headings: [], samples: [], confidence: [], unsaid: [] },
    isRemembered: false,
    fingerprint: '',
    mapping: {
      ...{ layout: 'long', firstHeadingRow: 1, lastHeadingRow: 1, columns: [] },
      table: { indicator: null, measure: null, period: null, unit: null },
      signs: {
        triangleIsNegative: false,
        parenthesesAreNegative: false,
        ellipsisIsZero: false,
        dashIsZero: false,
      },
      totals: 'skip',
      indicatorNames: {},
      unitNames: {},
    },
  } satisfies StoredTable,
} as const

/** Proposes the first sheet that holds a table: many workbooks begin with a page of words. */
async function proposeFirst(ctx: Context, bytes: Uint8Array, name: string) {
  const first = await openBytes(bytes, name)
  const { format, sheets, opened } = first
  const read = (sheet: OpenSheet) => propose(ctx, sheet, {}).finally(() => sheet.close())
  try {
    return { proposed: await read(first), format }
  } catch (error) {
    if (!isNoTable(error)) throw error
    for (const other of sheets.filter((each) => !each.isHidden && each.name !== opened))
      try {
        return { proposed: await read(await openBytes(bytes, name, other.name)), format }
      } catch (further) {
        if (!isNoTable(further)) throw further
      }
    throw error
  }
}

const isNoTable = (error: unknown) =>
  error instanceof CodedError && error.code === 'indicators.sheet-no-table'

/** Proposes anew for another sheet of the file or other heading rows. @throws `indicators.import-busy` and as before */
export async function proposeSheetAgain(
  ctx: Context,
  id: string,
  asked: ProposeTable,
): Promise<IndicatorSheet> {
  authorize(ctx, 'indicators.import')
  const row = await ctx.transaction((tx) => requireImport(tx, id, { states: IDLE, locale: ctx.locale }))
  if (isMessage(row)) throw conflict('indicators.import-is-message')
  const sheet = await openStored(ctx, row, asked.sheet === undefined ? {} : { sheet: asked.sheet })
  const { table, source, rowsTotal } = await propose(ctx, sheet, asked).finally(() => sheet.close())
  await ctx.transaction((tx) =>
    updateImport(
      tx,
      { id, from: IDLE },
      {
        state: 'uploaded',
        source: row.source === '' ? source : row.source,
        mapping: JSON.stringify(table),
        options: JSON.stringify(optionsOf(row)),
        rows_total: rowsTotal,
        preview: 'null',
        problems: '[]',
        counts: '{}',
        failure: 'null',
      },
    ),
  )
  return getIndicatorSheet(ctx, id)
}

async function propose(ctx: Context, sheet: OpenSheet, asked: ProposeTable) {
  const rows: SheetRow[] = []
  for await (const row of sheet.rows()) {
    rows.push(row)
    if (rows.length >= Math.max(LOOKED_AT, (asked.lastHeadingRow ?? 0) + 50)) break
  }
  return ctx.transaction(async (tx) => {
    const { known } = await loadSheetNames(ctx, tx)
    const { firstHeadingRow: first, lastHeadingRow: last = first, sheet: _, ...rest } = asked
    const heading = first === undefined || last === undefined ? rest : { first, last }
    const proposal = proposeTable(rows, known, { ...heading, sheetName: sheet.opened })
    if (!proposal) throw invalid('indicators.sheet-no-table', { sheet: sheet.opened })
    const { mapping, head, columns, profiles, signature, unsaid } = proposal
    const fingerprint = createHash('sha256').update(signature).digest('hex')
    const remembered = await findMapping(tx, fingerprint)
    const table: StoredTable = {
      sheet: sheet.opened,
      sheets: sheet.sheets.map(({ name, isHidden }) => ({ name, isHidden })),
      titles: head.titles,
      headings: columns.map((_, at) => head.headings[at] ?? []),
      samples: profiles.map(({ samples }) => samples),
      confidence: columns.map(({ confidence }) => confidence),
      unsaid,
      isRemembered: remembered !== undefined,
      fingerprint,
      mapping: remembered ? renewed(mapping, remembered.mapping as SheetMapping) : mapping,
    }
    const info = sheet.sheets.find(({ name }) => name === sheet.opened)
    return { table, source: remembered?.source ?? '', rowsTotal: info?.rows ?? null }
  })
}

/**
 * What a person decided for these headings last time, with the periods of this table: next quarter's table has the same
 * columns and other months. Columns are taken over by their number, where both tables have as many.
 */
function renewed(proposed: TableMapping, remembered: SheetMapping): TableMapping {
  const isSameWidth = remembered.columns.length === proposed.columns.length
  const columns = proposed.columns.map((column, at) => {
    const before = remembered.columns[at]
    if (!isSameWidth || !before) return column
    return before.role === 'value' && column.role === 'value' ? { ...before, period: column.period } : before
  })
  const { signs, totals, indicatorNames, unitNames, table } = remembered
  return {
    ...proposed,
    columns,
    signs,
    totals,
    indicatorNames,
    unitNames,
    table: {
      // What this table prints goes before what was said of another: 单位：亿元 today, 万元 last quarter.
      period: proposed.table.period,
      indicator: proposed.table.indicator ?? table.indicator,
      measure: proposed.table.measure ?? table.measure,
      unit: proposed.table.unit ?? table.unit,
    },
  }
}

/** What the browser calls the file, without paths and control characters. */
function cleanName(fileName: string): string {
  const base = fileName.split(/[\\/]/).at(-1) ?? ''
  return base.replace(/\p{C}/gu, '').trim().slice(-LONGEST_NAME) || 'sheet'
}
