import type { Context, Tx } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import type { ReportSummary, Statement } from '../schema.ts'
import { selectReports } from '../store/reports.ts'
import {
  countStatements,
  findAcceptedStatement,
  selectAccepted,
  selectStatements,
} from '../store/statements.ts'

/** What the record says: accepted statements and the reports they stand in. */
export interface OnRecord {
  readonly statements: readonly Statement[]
  /** By id; only reports that a statement stands in. */
  readonly reports: ReadonlyMap<string, ReportSummary>
}

/** The accepted statements, of some units only when given; for modules that judge by them, inside their transaction. */
export async function readRecord(ctx: Context, tx: Tx, unitIds?: readonly string[]): Promise<OnRecord> {
  authorize(ctx, 'reports.read')
  const statements = await selectAccepted(tx, unitIds)
  const spokenOf = new Set(statements.map((statement) => statement.reportId))
  const reports = statements.length > 0 ? await selectReports(tx) : []
  return {
    statements,
    reports: new Map(reports.filter(({ id }) => spokenOf.has(id)).map((report) => [report.id, report])),
  }
}

/** One accepted statement with its report, or undefined. */
export async function findOnRecord(
  ctx: Context,
  tx: Tx,
  statementId: string,
): Promise<{ statement: Statement; report: ReportSummary } | undefined> {
  authorize(ctx, 'reports.read')
  const statement = await findAcceptedStatement(tx, statementId)
  if (!statement) return undefined
  const [report] = await selectReports(tx, { id: statement.reportId })
  return report && { statement, report }
}

/** One report with its accepted statements in the order of its text; or undefined. */
export async function readReportRecord(
  ctx: Context,
  tx: Tx,
  reportId: string,
): Promise<{ report: ReportSummary; statements: readonly Statement[] } | undefined> {
  authorize(ctx, 'reports.read')
  const [report] = await selectReports(tx, { id: reportId })
  return report && { report, statements: await selectStatements(tx, reportId, { status: 'accepted' }) }
}

/** Where reading stands: how many reports and statements, and which report came last. */
export async function readingState(ctx: Context, tx: Tx) {
  authorize(ctx, 'reports.read')
  const reports = await selectReports(tx)
  return {
    total: reports.length,
    latest: reports[0] ?? null,
    statements: await countStatements(tx),
    /** Reports with undecided statements, as listed. */
    open: reports.filter((report) => report.counts.proposed > 0),
  }
}
