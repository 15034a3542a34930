import type { Context } from '../../../kernel/context.ts'
import { conflict, invalid, notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { requireUnits } from '../commands/require-units.ts'
import type { CheckSheet, SheetImport } from '../schema/sheets.ts'
import { RememberedMapping, SheetCounts } from '../schema/sheets.ts'
import { rememberMapping, updateImport } from '../store/sheet-imports.ts'
import { IMPORT_ATTEMPTS, IMPORT_JOB, type ImportTask } from './import-job.ts'
import { getImport } from './present-import.ts'
import { mappingOf, previewOf, requireImport } from './stored-sheet.ts'
import { IDLE } from './upload-sheet.ts'

/**
 * Has all rows checked by the mapping as a person decided it. Mapping and options are remembered for these headings.
 * @throws `ledger.no-such-import`, `ledger.import-busy`, `ledger.sheet-column-count`, `ledger.sheet-field-twice`,
 * `ledger.sheet-title-unmapped`, `ledger.no-such-unit`
 */
export async function checkImport(
  ctx: Context,
  id: string,
  { columns, options }: CheckSheet,
): Promise<SheetImport> {
  authorize(ctx, 'ledger.import')
  await ctx.transaction(async (tx) => {
    const row = await requireImport(tx, id, IDLE)
    const mapping = mappingOf(row)
    if (columns.length !== mapping.headings.length)
      throw invalid('ledger.sheet-column-count', { columns: mapping.headings.length, given: columns.length })
    const fields = columns.filter((field) => field !== null)
    const twice = fields.find((field, at) => fields.indexOf(field) !== at)
    if (twice) throw invalid('ledger.sheet-field-twice', { field: twice })
    if (!fields.includes('title') && !fields.includes('content')) throw invalid('ledger.sheet-title-unmapped')
    await requireUnits(tx, Object.values(options.unitNames))
    const now = ctx.clock.now()
    const { fingerprint } = mapping
    const remembered = RememberedMapping.parse({ columns, options })
    await rememberMapping(tx, { tenantId: ctx.tenantId, fingerprint, mapping: remembered, usedAt: now })
    await updateImport(
      tx,
      { id, from: IDLE },
      {
        state: 'checking',
        mapping: JSON.stringify({ ...mapping, columns }),
        options: JSON.stringify(options),
        preview: 'null',
        problems: '[]',
        counts: '{}',
        failure: 'null',
        rows_done: 0,
        finished_at: null,
      },
    )
    const payload: ImportTask = { importId: id, locale: ctx.locale }
    await enqueue(tx, ctx, { job: IMPORT_JOB, payload, key: id, maxAttempts: IMPORT_ATTEMPTS })
  })
  return getImport(ctx, id)
}

/**
 * Has the rows entered, when all of them are sound.
 * @throws `ledger.no-such-import`, `ledger.import-busy`, `ledger.import-unsound` with the number of problem rows
 */
export async function startImport(ctx: Context, id: string): Promise<SheetImport> {
  authorize(ctx, 'ledger.import')
  authorize(ctx, 'ledger.create')
  await ctx.transaction(async (tx) => {
    const row = await requireImport(tx, id, ['ready'])
    const { problemRows } = SheetCounts.parse(row.counts)
    if (problemRows > 0) throw conflict('ledger.import-unsound', { rows: problemRows })
    await updateImport(tx, { id, from: ['ready'] }, { state: 'running', rows_done: 0, finished_at: null })
    const payload: ImportTask = { importId: id, locale: ctx.locale }
    await enqueue(tx, ctx, { job: IMPORT_JOB, payload, key: id, maxAttempts: IMPORT_ATTEMPTS })
  })
  return getImport(ctx, id)
}

/** Stops what is under way; nothing has been entered then. @throws `ledger.import-busy` when it is over already */
export async function cancelImport(ctx: Context, id: string): Promise<SheetImport> {
  authorize(ctx, 'ledger.import')
  await ctx.transaction(async (tx) => {
    await requireImport(tx, id, ['checking', 'running'])
    const change = { state: 'cancelled' as const, finished_at: ctx.clock.now() }
    await updateImport(tx, { id, from: ['checking', 'running'] }, change)
  })
  return getImport(ctx, id)
}

/** All problem rows as csv. @throws `ledger.no-such-import`, `ledger.no-problems` */
export async function openProblems(ctx: Context, id: string) {
  authorize(ctx, 'ledger.import')
  const row = await ctx.transaction((tx) => requireImport(tx, id))
  const file = previewOf(row)?.problemFile
  if (!file) throw notFound('ledger.no-problems')
  return { fileName: row.file_name, content: await filesOf(ctx).open(file) }
}
