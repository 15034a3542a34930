import type { Context, Tx } from '../../../kernel/context.ts'
import { conflict, invalid, notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { filesOf } from '../../../platform/files/index.ts'
import { enqueue } from '../../../platform/jobs/index.ts'
import { layoutOf } from '../rules/sheet/layout-of.ts'
import {
  type DecideFindings,
  type IndicatorSheet,
  type SheetMapping,
  type StartSheet,
  TableCounts,
} from '../schema/sheets.ts'
import { wordOf } from '../sentences.ts'
import { rememberMapping, type StoredImport, updateImport } from '../store/imports.ts'
import { getIndicatorSheet } from './present-sheet.ts'
import { SHEET_JOB, type SheetTask } from './sheet-job.ts'
import {
  isMessage,
  optionsOf,
  previewOf,
  requireImport,
  type StoredDecision,
  type StoredTable,
  tableOf,
} from './stored-sheet.ts'
import { IDLE } from './upload-sheet.ts'

/**
 * Has all rows checked by the mapping as a person decided it.
 * @throws `indicators.no-such-import`, `indicators.import-busy`, `indicators.sheet-column-count`, `indicators.sheet-no-values`,
 * `indicators.sheet-role-twice`
 */
export async function checkIndicatorSheet(
  ctx: Context,
  id: string,
  mapping: SheetMapping,
): Promise<IndicatorSheet> {
  authorize(ctx, 'indicators.import')
  await ctx.transaction(async (tx) => {
    const row = await requireImport(tx, id, { states: IDLE, locale: ctx.locale })
    const table = tableOf(row)
    if (isMessage(row)) return checkAgain(ctx, tx, row)
    const { columns } = mapping
    if (columns.length !== table.mapping.columns.length)
      throw invalid('indicators.sheet-column-count', {
        columns: table.mapping.columns.length,
        given: columns.length,
      })
    if (!columns.some(({ role }) => role === 'value')) throw invalid('indicators.sheet-no-values')
    const roles = columns
      .map(({ role }) => role)
      .filter((role) => !['value', 'ignored', 'note'].includes(role))
    const twice = roles.find((role, at) => roles.indexOf(role) !== at)
    if (twice)
      throw invalid('indicators.sheet-role-twice', {
        role: twice,
        roleWord: wordOf(ctx.locale, 'column-role', twice),
      })
    const changed = { ...table, mapping: { ...table.mapping, ...mapping, layout: layoutOf(columns) } }
    await checkAgain(ctx, tx, row, changed)
  })
  return getIndicatorSheet(ctx, id)
}

/** Has the job check an import, by another mapping where there is one. */
async function checkAgain(ctx: Context, tx: Tx, { id }: StoredImport, mapping?: StoredTable): Promise<void> {
  await updateImport(
    tx,
    { id, from: IDLE },
    {
      state: 'checking',
      ...(mapping && { mapping: JSON.stringify(mapping) }),
      preview: 'null',
      problems: '[]',
      counts: '{}',
      failure: 'null',
      rows_done: 0,
      finished_at: null,
    },
  )
  const payload: SheetTask = { importId: id, locale: ctx.locale }
  await enqueue(tx, ctx, { job: SHEET_JOB, payload, key: id, maxAttempts: 3 })
}

/** Keeps what a person decided about findings; they hold for the same finding of a later check. @throws `indicators.no-such-finding` */
export async function decideFindings(
  ctx: Context,
  id: string,
  { decisions }: DecideFindings,
): Promise<IndicatorSheet> {
  authorize(ctx, 'indicators.import')
  await ctx.transaction(async (tx) => {
    const row = await requireImport(tx, id, { states: ['ready'], locale: ctx.locale })
    const known = new Set(previewOf(row)?.findings.map((finding) => finding.id))
    const options = optionsOf(row)
    const byFinding = new Map(options.decisions.map((each) => [each.finding, each]))
    const at = ctx.clock.now().toISOString()
    for (const { finding, decision, reason } of decisions) {
      if (!known.has(finding)) throw notFound('indicators.no-such-finding', { finding })
      const decided: StoredDecision = { finding, decision, reason, by: ctx.actor.name, at }
      byFinding.set(finding, decided)
    }
    await updateImport(
      tx,
      { id, from: ['ready'] },
      { options: JSON.stringify({ ...options, decisions: [...byFinding.values()] }) },
    )
  })
  return getIndicatorSheet(ctx, id)
}

/**
 * Has the values published as a vintage, or put down as readings that somebody else verifies: all or none. The mapping is
 * remembered for this source and these headings.
 * @throws `indicators.no-such-import`, `indicators.import-busy`, `indicators.import-unsound` for problems or errors,
 * `indicators.findings-undecided` for warnings that nobody has confirmed
 */
export async function startIndicatorSheet(
  ctx: Context,
  id: string,
  { into, source, note }: StartSheet,
): Promise<IndicatorSheet> {
  authorize(ctx, 'indicators.import')
  authorize(ctx, into === 'vintage' ? 'indicators.publish' : 'indicators.report')
  await ctx.transaction(async (tx) => {
    const row = await requireImport(tx, id, { states: ['ready'], locale: ctx.locale })
    const { problems, blocking } = TableCounts.parse(row.counts)
    if (problems + blocking > 0) throw conflict('indicators.import-unsound', { problems, errors: blocking })
    const options = optionsOf(row)
    const decided = new Set(options.decisions.map(({ finding }) => finding))
    const open = previewOf(row)!.findings.filter(
      ({ severity, id: finding }) => severity === 'warning' && !decided.has(finding),
    )
    if (open.length > 0) throw conflict('indicators.findings-undecided', { findings: open.length })
    const { fingerprint, mapping } = tableOf(row)
    const { columns, table, signs, totals, indicatorNames, unitNames } = mapping
    if (!isMessage(row))
      await rememberMapping(tx, {
        tenantId: ctx.tenantId,
        source,
        fingerprint,
        mapping: { columns, table, signs, totals, indicatorNames, unitNames },
        usedAt: ctx.clock.now(),
        usedBy: ctx.actor.name,
      })
    const change = { state: 'running' as const, source, rows_done: 0, finished_at: null }
    await updateImport(
      tx,
      { id, from: ['ready'] },
      { ...change, options: JSON.stringify({ ...options, into, note }) },
    )
    const payload: SheetTask = { importId: id, locale: ctx.locale }
    await enqueue(tx, ctx, { job: SHEET_JOB, payload, key: id, maxAttempts: 3 })
  })
  return getIndicatorSheet(ctx, id)
}

/** Stops what is under way; nothing has been published then. @throws `indicators.import-busy` when it is over already */
export async function cancelIndicatorSheet(ctx: Context, id: string): Promise<IndicatorSheet> {
  authorize(ctx, 'indicators.import')
  await ctx.transaction(async (tx) => {
    await requireImport(tx, id, { states: ['checking', 'running'], locale: ctx.locale })
    const change = { state: 'cancelled' as const, finished_at: ctx.clock.now() }
    await updateImport(tx, { id, from: ['checking', 'running'] }, change)
  })
  return getIndicatorSheet(ctx, id)
}

/** All problems and findings as csv. @throws `indicators.no-such-import`, `indicators.no-problems` */
export async function openSheetProblems(ctx: Context, id: string) {
  authorize(ctx, 'indicators.import')
  const row = await ctx.transaction((tx) => requireImport(tx, id))
  const file = previewOf(row)?.problemFile
  if (!file) throw notFound('indicators.no-problems')
  return filesOf(ctx).open(file)
}
