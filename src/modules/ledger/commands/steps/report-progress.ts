import type { Context } from '../../../../kernel/context.ts'
import { conflict } from '../../../../kernel/errors.ts'
import { nextReportBy } from '../../rules/lifecycle/first-report-by.ts'
import type { Item, ReportProgress } from '../../schema.ts'
import { takeStep } from './take-step.ts'
import { writeReport } from './write-report.ts'

/**
 * The lead unit reports how far it is. Progress of an item with parts follows from theirs and is not given; left out
 * otherwise, it stays. @throws what `takeStep` throws, `ledger.progress-of-parts`, `ledger.no-such-evidence`
 */
export function reportProgress(ctx: Context, id: string, input: ReportProgress): Promise<Item> {
  const { version, progress: given, done, next, problems, support, evidenceIds } = input
  return takeStep(ctx, 'reportProgress', {
    id,
    version,
    action: 'ledger.progress-reported',
    obstacles: ({ item: { number }, parts }) =>
      given !== undefined && parts.count > 0
        ? [conflict('ledger.progress-of-parts', { number, count: parts.count })]
        : [],
    change: async ({ tx, item, facts: { today, settings } }) => {
      const progress = given ?? item.progress
      const unitId = item.leadUnitId!
      const report = {
        kind: 'progress',
        item,
        unitId,
        progress,
        done,
        next,
        problems,
        support,
        evidenceIds,
      } as const
      const reportId = await writeReport(ctx, tx, report)
      return {
        item: {
          progress,
          startedOn: item.startedOn ?? today,
          lastReportOn: today,
          reportBy: nextReportBy(item, { on: today, settings }),
        },
        detail: { reportId, before: item.progress, after: progress, done, problems, support },
      }
    },
  })
}
