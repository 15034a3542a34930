import { createHash } from 'node:crypto'
import type { Context } from '../../../kernel/context.ts'
import { conflict } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { journal } from '../../../platform/journal/index.ts'
import { loadRegister } from '../../units/index.ts'
import { extractInWorker } from '../intake/extract-in-worker.ts'
import { describeArticles } from '../rules/decisions/describe-articles.ts'
import { proposeStatements } from '../rules/decisions/propose-statements.ts'
import { reportHead } from '../rules/decisions/report-head.ts'
import type { ReportSummary } from '../schema.ts'
import { insertReport, selectReports } from '../store/reports.ts'
import { insertStatements } from '../store/statements.ts'
import { unitResolver } from './unit-resolver.ts'

export interface ReceiveReport {
  /** Bytes of a file, or a text that a person pasted. */
  readonly source: Uint8Array | string
  readonly fileName: string | null
  /** `2024`, `2024-01` or `2024-01-15`: what relative words are resolved against. */
  readonly reportDate?: string
}

/**
 * Reads a report off the main thread, then stores it with its articles and proposed statements in one transaction:
 * a refused document leaves nothing behind.
 * @throws the refusals of `extractInWorker`; `reports.already-received` with the id of the report that has these bytes
 */
export async function receiveReport(ctx: Context, input: ReceiveReport): Promise<ReportSummary> {
  authorize(ctx, 'reports.import')
  const register = await ctx.transaction(loadRegister)
  const { source, fileName, reportDate } = input
  const { received, report, statements, warnings } = await extractInWorker(source, {
    fileName,
    date: reportDate,
    register: register.register,
  })
  const now = ctx.clock.now()
  const nextId = () => newId(now.getTime())
  const id = nextId()
  const resolve = unitResolver(register, report.reportDate.value)
  const proposed = proposeStatements(statements, { reportId: id, report, resolve, nextId })
  return ctx.transaction(async (tx) => {
    const stored = await insertReport(tx, {
      tenantId: ctx.tenantId,
      id,
      ...reportHead(report, fileName),
      fileName,
      format: received.format,
      encoding: received.encoding,
      contentHash: received.contentHash,
      text: received.text,
      textHash: createHash('sha256').update(received.text).digest('hex'),
      bytes: typeof source === 'string' ? Buffer.from(source) : source,
      reportDate: report.reportDate.value,
      reportDateFrom: report.reportDate.from,
      receivedAt: now.toISOString(),
      receivedBy: ctx.actor.name,
      source: null,
      warnings: warnings.map(({ code, detail }) => ({ code, detail: { ...detail } })),
      articles: describeArticles(report, resolve),
    })
    if (!stored.isNew) throw conflict('reports.already-received', { id: stored.id })
    await insertStatements(
      tx,
      ctx.tenantId,
      proposed.map((statement, position) => ({ statement, position })),
    )
    const [summary] = await selectReports(tx, { id })
    await journal(tx, ctx, {
      action: 'reports.report-received',
      subject: { type: 'report', id },
      detail: {
        title: summary!.title,
        contentHash: received.contentHash,
        format: received.format,
        statements: proposed.length,
      },
    })
    return summary!
  })
}
