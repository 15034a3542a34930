import type { Context, Tx } from '../../../kernel/context.ts'
import { readRecord } from '../../reports/index.ts'
import { type FoundShort, findRecurrences } from '../rules/find-recurrences.ts'
import { meetingOrder } from '../rules/meeting-order.ts'
import type { Recurrence } from '../schema.ts'
import { selectVerdicts } from '../store.ts'

type ReadRecord = Awaited<ReturnType<typeof readRecord>>
type Shortfall = FoundShort & { readonly statement: ReadRecord['statements'][number] }

/** The shortfalls of a record that may have come back, with what people decided of them. */
export async function recurrencesOf(tx: Tx, record: ReadRecord): Promise<Recurrence[]> {
  const verdicts = new Map((await selectVerdicts(tx)).map((one) => [`${one.earlierId} ${one.laterId}`, one]))
  const verdictOf = (earlier: Shortfall, later: Shortfall) => verdicts.get(`${earlier.id} ${later.id}`)
  const pairs = findRecurrences(shortfallsOf(record), (a, b) => verdictOf(a, b) !== undefined)
  return pairs.map(({ earlier, later, likeness, sharedWords }) => {
    const verdict = verdictOf(earlier, later)
    return {
      earlier: earlier.statement,
      earlierReport: head(record, earlier),
      later: later.statement,
      laterReport: head(record, later),
      likeness,
      sharedWords: [...sharedWords],
      verdict: verdict?.verdict ?? 'suggested',
      decidedBy: verdict?.decidedBy ?? null,
      decidedAt: verdict?.decidedAt.toISOString() ?? null,
    }
  })
}

/** What came back of the units given, of every unit without. */
export async function listRecurrences(
  ctx: Context,
  tx: Tx,
  unitIds?: readonly string[],
): Promise<Recurrence[]> {
  return recurrencesOf(tx, await readRecord(ctx, tx, unitIds))
}

function shortfallsOf({ statements, reports }: ReadRecord): Shortfall[] {
  return statements.flatMap((statement) => {
    const report = reports.get(statement.reportId)
    if (statement.kind !== 'shortfall' || statement.unitId === null || !report) return []
    const { id, unitId, reportId, subject } = statement
    const review = report.period ?? reportId
    return [{ id, unitId, reportId, review, subject, at: meetingOrder(report), statement }]
  })
}

function head(record: ReadRecord, { reportId }: Shortfall) {
  const { id, title, period } = record.reports.get(reportId)!
  return { id, title, period }
}
