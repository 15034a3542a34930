import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import type { ReportSummary } from '../schema.ts'
import { countReports, selectReports } from '../store/reports.ts'

export interface ReportPage {
  readonly reports: ReportSummary[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
}

/** A page of the reports, latest meeting first. */
export async function listReports(
  ctx: Context,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<ReportPage> {
  authorize(ctx, 'reports.read')
  return ctx.transaction(async (tx) => ({
    reports: await selectReports(tx, { limit: pageSize, offset: (page - 1) * pageSize }),
    total: await countReports(tx),
    page,
    pageSize,
  }))
}
