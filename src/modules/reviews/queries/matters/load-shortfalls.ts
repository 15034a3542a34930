import type { Context, Tx } from '../../../../kernel/context.ts'
import { readRecord } from '../../../reports/index.ts'
import { meetingOrder } from '../../rules/meeting-order.ts'
import type { MatterPart } from '../../schema/matter.ts'
import { type PrintedLine, selectPrintedLines } from '../../store/follow/lines.ts'

/** A shortfall on record: a statement of a report or a line of a book. */
export type Shortfall = Omit<MatterPart, 'outcome' | 'items'> & {
  readonly unitId: string
  /** The quarter of the review that it was told at, else the report. */
  readonly review: string
}

export interface Shortfalls {
  readonly record: Awaited<ReturnType<typeof readRecord>>
  readonly byId: ReadonlyMap<string, Shortfall>
  /** Every line of every book. */
  readonly lines: readonly PrintedLine[]
}

/** What was found short of some units, or of all: two reads of the record and one of the books, however many. */
export async function loadShortfalls(ctx: Context, tx: Tx, unitIds?: readonly string[]): Promise<Shortfalls> {
  const record = await readRecord(ctx, tx, unitIds)
  const lines = await selectPrintedLines(tx, { unitIds })
  const said = record.statements.flatMap((statement): Shortfall[] => {
    const report = record.reports.get(statement.reportId)
    if (statement.kind !== 'shortfall' || statement.unitId === null || !report) return []
    return [
      {
        kind: 'statement',
        id: statement.id,
        unitId: statement.unitId,
        text: statement.subject,
        quote: statement.quote.join(''),
        period: report.period,
        review: report.period ?? report.id,
        at: meetingOrder(report),
        from: { kind: 'report', id: report.id, title: report.title },
        href: `/reports/${report.id}?statement=${statement.id}`,
      },
    ]
  })
  const written = lines.filter(({ side, included }) => side === 'shortfall' && included)
  const all = [...said, ...written.map((line) => shortfallOfLine(ctx, line))]
  return { record, lines, byId: new Map(all.map((one) => [one.id, one])) }
}

/** A line's words, else its draft in the reader's language. */
export function lineText({ locale }: Context, { words, text }: Pick<PrintedLine, 'words' | 'text'>): string {
  return words ?? (locale === 'en' ? text.en : text.zh)
}

function shortfallOfLine(ctx: Context, line: PrintedLine): Shortfall {
  return {
    kind: 'line',
    id: line.id,
    unitId: line.unitId,
    text: lineText(ctx, line),
    quote: null,
    period: line.period,
    review: line.period,
    at: line.heldOn,
    from: { kind: 'review', id: line.reviewId, title: line.reviewTitle },
    href: `/review/${line.reviewId}/sheets/${line.unitId}?line=${line.id}`,
  }
}
