import type { Context } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { loadRegister } from '../../units/index.ts'
import { extractInWorker } from '../intake/extract-in-worker.ts'
import { describeArticles } from '../rules/decisions/describe-articles.ts'
import { proposeStatements } from '../rules/decisions/propose-statements.ts'
import { reportHead } from '../rules/decisions/report-head.ts'
import type { ReportSummary } from '../schema.ts'
import { storeReading } from './store-reading.ts'
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
  const nextId = () => newId(ctx.clock.now().getTime())
  const id = nextId()
  const resolve = unitResolver(register, report.reportDate.value)
  const reading = {
    id,
    ...reportHead(report, fileName),
    ...received,
    fileName,
    bytes: typeof source === 'string' ? Buffer.from(source) : source,
    reportDate: report.reportDate.value,
    reportDateFrom: report.reportDate.from,
    source: null,
    warnings: warnings.map(({ code, detail }) => ({ code, detail: { ...detail } })),
    articles: describeArticles(report, resolve),
    statements: proposeStatements(statements, { reportId: id, report, resolve, nextId }),
  }
  return ctx.transaction((tx) => storeReading(ctx, tx, reading))
}
