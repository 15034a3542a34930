import type { Context, Tx } from '../../../../kernel/context.ts'
import { readRecord } from '../../../reports/index.ts'
import type { EarlierShortfall } from '../../rules/draft/facts.ts'
import { mergeEarlier } from '../../rules/draft/merge-earlier.ts'
import { shortfallsOfSheet } from '../../rules/draft/shortfalls-of-sheet.ts'
import { meetingOrder } from '../../rules/meeting-order.ts'
import { listCorrections } from '../../store/cycle/books.ts'
import { findFormerSheet } from '../../store/cycle/former-sheet.ts'
import type { StoredReview } from '../../store/cycle/reviews.ts'
import { selectVerdicts } from '../../store.ts'

type ReadRecord = Awaited<ReturnType<typeof readRecord>>
export type Found = Omit<EarlierShortfall, 'before' | 'linked'>

interface Asked {
  readonly review: StoredReview
  readonly unitId: string
}

/** What earlier reviews found short: by the accepted statements of the last report, and by the lines of the last book. */
export async function earlierShortfalls(ctx: Context, tx: Tx, asked: Asked): Promise<Found[]> {
  const said = await saidShort(ctx, tx, asked)
  const former = await findFormerSheet(tx, { unitId: asked.unitId, period: asked.review.period })
  if (!former) return said
  const corrections = await listCorrections(tx, former.number)
  return mergeEarlier(said, shortfallsOfSheet(former, corrections))
}

async function saidShort(ctx: Context, tx: Tx, { review, unitId }: Asked): Promise<Found[]> {
  const record = await readRecord(ctx, tx, [unitId])
  const last = lastReview(record, review)
  if (last === undefined) return []
  const verdicts = (await selectVerdicts(tx)).filter(({ verdict }) => verdict === 'confirmed')
  return record.statements.flatMap((statement): Found[] => {
    const report = record.reports.get(statement.reportId)!
    if (statement.kind !== 'shortfall' || report.period !== last) return []
    const { id, reportId, subject, quote } = statement
    const verdict = verdicts.find(({ laterId }) => laterId === id)
    return [
      {
        key: `statement:${id}`,
        subject: { zh: subject, en: subject },
        saidIn: last,
        source: {
          kind: 'statement',
          href: `/reports/${reportId}?statement=${id}`,
          label: {
            title: quote.join(''),
            period: last,
            source: report.source ?? report.title,
          },
        },
        statementId: id,
        reportId,
        itemIds: [],
        code: null,
        wasShort: false,
        cameBackIn: verdict ? periodOfStatement(record, verdict.earlierId) : null,
        formerOutcome: null,
      },
    ]
  })
}

/** The newest period before the review's of which a report found the unit short. */
function lastReview({ statements, reports }: ReadRecord, review: StoredReview): string | undefined {
  const spoke = new Set(statements.flatMap(({ kind, reportId }) => (kind === 'shortfall' ? [reportId] : [])))
  return [...reports.values()]
    .filter(({ id, period }) => spoke.has(id) && period !== null && period < review.period)
    .sort((a, b) => (meetingOrder(a) < meetingOrder(b) ? 1 : -1))[0]?.period as string | undefined
}

function periodOfStatement({ statements, reports }: ReadRecord, id: string): string | null {
  const earlier = statements.find((statement) => statement.id === id)
  return (earlier && reports.get(earlier.reportId)?.period) ?? null
}
