import type { Context, Tx } from '../../../../kernel/context.ts'
import { timeliness } from '../../../ledger/index.ts'
import { meetingOrder } from '../../rules/meeting-order.ts'
import { fullest } from '../../rules/over-time/retold.ts'
import type { OverTime, UnitQuarter } from '../../schema/over-time.ts'
import type { Shortfalls } from '../matters/load-shortfalls.ts'

type Said = Shortfalls['record']['statements'][number]
type Written = Shortfalls['lines'][number]

const STRENGTHS = new Set(['rank', 'first', 'figure'])

/**
 * Each unit against itself over the reviews that speak of it, the latest last. One grouped query for the items; the rest is
 * read already.
 */
export async function unitQuarters(
  ctx: Context,
  tx: Tx,
  { record, lines, unitIds }: Shortfalls & { unitIds: readonly string[] | undefined },
): Promise<OverTime['units']> {
  const due = new Map(
    (await timeliness(ctx, tx, unitIds)).map((row) => [`${row.unitId} ${row.quarter}`, row]),
  )
  const said = record.statements.filter(({ kind, unitId }) => unitId !== null && kind !== 'task')
  const shown = lines.filter(({ included }) => included)
  const units = new Set([...said.map(({ unitId }) => unitId!), ...shown.map(({ unitId }) => unitId)])
  return [...units].map((unitId) => {
    const printed = Map.groupBy(
      said.filter((one) => one.unitId === unitId),
      ({ reportId }) => record.reports.get(reportId)!.period ?? reportId,
    )
    const written = Map.groupBy(
      shown.filter((line) => line.unitId === unitId),
      ({ period }) => period,
    )
    const quarters = [...new Set([...printed.keys(), ...written.keys()])].map((review) => {
      const row = due.get(`${unitId} ${review}`)
      const told = printed.get(review)
      return {
        ...quarterOf(review, { printed: told && fullest(told), written: written.get(review), record }),
        onTime: row ? { numerator: row.onTime, denominator: row.due } : null,
      }
    })
    return { unitId, quarters: quarters.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) }
  })
}

interface Sides {
  readonly printed: readonly Said[] | undefined
  readonly written: readonly Written[] | undefined
  readonly record: Shortfalls['record']
}

function quarterOf(review: string, { printed, written, record }: Sides): Omit<UnitQuarter, 'onTime'> {
  const report = printed && record.reports.get(printed[0]!.reportId)!
  const sideCount = (side: Written['side']) => (written ?? []).filter((line) => line.side === side).length
  return {
    review,
    period: report ? report.period : review,
    at: written?.[0]?.heldOn ?? meetingOrder(report!),
    printed: printed
      ? {
          strengths: printed.filter(({ kind }) => STRENGTHS.has(kind)).length,
          shortfalls: printed.filter(({ kind }) => kind === 'shortfall').length,
        }
      : null,
    book: written
      ? {
          strengths: sideCount('strength'),
          shortfalls: sideCount('shortfall'),
          followUps: sideCount('follow-up'),
        }
      : null,
    ranks: (printed ?? []).flatMap((statement) =>
      statement.kind === 'rank'
        ? [
            {
              subject: statement.subject,
              position: statement.detail.position,
              statementId: statement.id,
              href: `/reports/${statement.reportId}?statement=${statement.id}`,
            },
          ]
        : [],
    ),
  }
}
