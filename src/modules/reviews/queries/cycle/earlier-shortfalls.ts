import type { Context, Tx } from '../../../../kernel/context.ts'
import type { EarlierShortfall } from '../../rules/draft/facts.ts'
import { mergeEarlier } from '../../rules/draft/merge-earlier.ts'
import { shortfallsOfSheet } from '../../rules/draft/shortfalls-of-sheet.ts'
import { meetingOrder } from '../../rules/meeting-order.ts'
import { listCorrections } from '../../store/cycle/books.ts'
import { findFormerSheet } from '../../store/cycle/former-sheet.ts'
import type { StoredReview } from '../../store/cycle/reviews.ts'
import { type Chains, loadChains } from '../matters/load-chains.ts'
import { stepsOf } from '../matters/present-matter.ts'

type Record = Chains['shortfalls']['record']
export type Found = Omit<EarlierShortfall, 'before' | 'linked'>

interface Asked {
  readonly review: StoredReview
  readonly unitId: string
}

/**
 * What earlier reviews found short: by the accepted statements of the last report, and by the lines of the last book; with the
 * items that people linked and the matters that people confirmed.
 */
export async function earlierShortfalls(ctx: Context, tx: Tx, { review, unitId }: Asked): Promise<Found[]> {
  const chains = await loadChains(ctx, tx, [unitId])
  const said = saidShort(chains.shortfalls.record, review).map((one) => withChain(one, chains))
  const former = await findFormerSheet(tx, { unitId, period: review.period })
  const written = former ? shortfallsOfSheet(former, await listCorrections(tx, former.number)) : []
  return mergeEarlier(
    said,
    written.map((one) => withChain(one, chains)),
  )
}

function saidShort(record: Record, review: StoredReview): Found[] {
  const last = lastReview(record, review)
  return record.statements.flatMap((statement): Found[] => {
    const report = record.reports.get(statement.reportId)!
    if (last === undefined || statement.kind !== 'shortfall' || report.period !== last) return []
    const { id, reportId, subject, quote } = statement
    return [
      {
        key: `statement:${id}`,
        partId: id,
        subject: { zh: subject, en: subject },
        saidIn: last,
        sources: [
          {
            kind: 'statement',
            href: `/reports/${reportId}?statement=${id}`,
            label: { title: quote.join(''), period: last, source: report.source ?? report.title },
          },
        ],
        matterId: null,
        statementId: id,
        reportId,
        itemIds: [],
        code: null,
        wasShort: false,
        cameBackIn: null,
        formerOutcome: null,
      },
    ]
  })
}

/** The newest period before the review's of which a report found the unit short. */
function lastReview({ statements, reports }: Record, review: StoredReview): string | undefined {
  const spoke = new Set(statements.flatMap(({ kind, reportId }) => (kind === 'shortfall' ? [reportId] : [])))
  const [last] = [...reports.values()]
    .filter(({ id, period }) => spoke.has(id) && period !== null && period < review.period)
    .sort((a, b) => (meetingOrder(a) < meetingOrder(b) ? 1 : -1))
  return last?.period ?? undefined
}

/** What people linked and confirmed: the items of a shortfall, its matter, and the review that had told it before. */
function withChain(found: Found, { parts, matters }: Chains): Found {
  const part = parts.get(found.partId)
  if (!part) return found
  const chain = matters.find(({ matter }) => matter.id === part.matterId)
  const before = (chain ? stepsOf(chain) : []).filter(
    ({ at, review }) => at < part.at && review !== part.review,
  )
  return {
    ...found,
    matterId: part.matterId,
    itemIds: [...new Set([...found.itemIds, ...part.items.map(({ id }) => id)])],
    cameBackIn: before.at(-1)?.parts[0]?.period ?? null,
  }
}
