import type { Context } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import type { Report } from '../schema.ts'
import { findReport } from '../store/reports.ts'

/** @throws `reports.no-such-report` */
export async function getReport(ctx: Context, id: string): Promise<Report> {
  authorize(ctx, 'reports.read')
  const report = await ctx.transaction((tx) => findReport(tx, id))
  if (!report) throw notFound('reports.no-such-report', { id })
  return report
}
