import type { Context } from '../../../../kernel/context.ts'
import { completionRefusals } from '../../rules/lifecycle/completion-refusals.ts'
import type { Item, ReportCompletion } from '../../schema.ts'
import { takeStep } from './take-step.ts'
import { writeReport } from './write-report.ts'

/**
 * The lead unit reports the work as done: the clock stands still from today until the office returns it. Evidence of
 * the round counts, whichever report it went with. @throws what `takeStep` throws, `ledger.duties-open`,
 * `ledger.parts-open`, `ledger.evidence-missing`, `ledger.value-missing`, `ledger.criterion-not-met`,
 * `ledger.no-such-evidence`
 */
export function reportCompletion(ctx: Context, id: string, input: ReportCompletion): Promise<Item> {
  const { version, done, problems, support, value, evidenceIds } = input
  return takeStep(ctx, 'reportCompletion', {
    id,
    version,
    action: 'ledger.completion-reported',
    obstacles: (steps) => completionRefusals(steps, value),
    change: async ({ tx, item, facts: { today } }) => {
      const unitId = item.leadUnitId!
      const kept = item.criterion === null ? undefined : value
      const report = { kind: 'completion', item, unitId, progress: 100, done, problems, support } as const
      const reportId = await writeReport(ctx, tx, { ...report, value: kept, evidenceIds })
      return {
        item: {
          progress: 100,
          startedOn: item.startedOn ?? today,
          lastReportOn: today,
          reportedOn: today,
          reportBy: null,
        },
        detail: { reportId, reportedOn: today, dueOn: item.dueOn, done, value: kept ?? null },
      }
    },
  })
}
