import { createHash } from 'node:crypto'
import type { Context, Tx } from '../../../kernel/context.ts'
import { conflict } from '../../../kernel/errors.ts'
import { journal } from '../../../platform/journal/index.ts'
import type { Report, ReportSummary, Statement } from '../schema.ts'
import { insertReport, selectReports } from '../store/reports.ts'
import { insertStatements } from '../store/statements.ts'

/** A document that was read: what is stored of it, in one transaction or not at all. */
export type Reading = Omit<Report, 'textHash' | 'receivedAt' | 'receivedBy' | 'counts'> & {
  readonly bytes: Uint8Array
  /** All proposed: whoever accepts them does so afterwards, in a decision of its own. */
  readonly statements: readonly Statement[]
}

/**
 * Stores a report with its document, articles and statements, and writes the journal.
 * @throws `reports.already-received` with the id of the report that has these bytes
 */
export async function storeReading(ctx: Context, tx: Tx, reading: Reading): Promise<ReportSummary> {
  const { statements, ...report } = reading
  const stored = await insertReport(tx, {
    ...report,
    tenantId: ctx.tenantId,
    textHash: createHash('sha256').update(report.text).digest('hex'),
    receivedAt: ctx.clock.now().toISOString(),
    receivedBy: ctx.actor.name,
  })
  if (!stored.isNew) throw conflict('reports.already-received', { id: stored.id })
  await insertStatements(
    tx,
    ctx.tenantId,
    statements.map((statement, position) => ({ statement, position })),
  )
  const { id, title, contentHash, format } = report
  await journal(tx, ctx, {
    action: 'reports.report-received',
    subject: { type: 'report', id },
    detail: { title, contentHash, format, statements: statements.length },
  })
  const [summary] = await selectReports(tx, { id })
  return summary!
}
