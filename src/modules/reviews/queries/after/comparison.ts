import type { Context, Tx } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import type { Statement } from '../../../reports/index.ts'
import { compareSheet } from '../../rules/compare/compare-sheet.ts'
import type { Printed } from '../../rules/compare/printed-statement.ts'
import type { ComparedUnit, Comparison, PrintedStatement, SaidLine } from '../../schema/after.ts'
import { findBook } from '../../store/cycle/books.ts'
import { type ComparisonVerdict, selectComparison } from '../../store/follow/comparison.ts'
import { type PrintedLine, selectPrintedLines } from '../../store/follow/lines.ts'
import { requireReview } from '../cycle/require-review.ts'
import { lineText } from '../matters/load-shortfalls.ts'
import { unitsInScope } from '../units-in-scope.ts'
import { findAttachedRecord, presentAttached, type ReportRecord } from './attached-report.ts'

/**
 * The book of a review beside the report that was published of it, for the units that the actor may review. Eight queries,
 * however many lines; in memory lines × sentences of one unit.
 * @throws `reviews.no-such-review`
 */
export function getComparison(ctx: Context, reviewId: string): Promise<Comparison> {
  authorize(ctx, 'reviews.read')
  return ctx.transaction((tx) => readComparison(ctx, tx, reviewId))
}

/** The same inside a transaction that decided on a pair. */
export async function readComparison(ctx: Context, tx: Tx, reviewId: string): Promise<Comparison> {
  const review = await requireReview(tx, reviewId)
  const record = await findAttachedRecord(ctx, tx, review)
  const book = await findBook(tx, reviewId)
  const lines = (await selectPrintedLines(tx, { reviewId })).filter(({ included }) => included)
  const verdicts = await selectComparison(tx, reviewId)
  const units = record ? compareUnits(ctx, { record, lines, verdicts }) : []
  const pairs = units.flatMap((unit) => unit.pairs)
  return {
    ...presentAttached(review, record),
    bookNumber: book?.number ?? null,
    counts: {
      pairs: pairs.length,
      confirmed: pairs.filter(({ verdict }) => verdict === 'confirmed').length,
      differing: pairs.filter(({ differs }) => differs).length,
      onlyPrinted: units.reduce((sum, unit) => sum + unit.onlyPrinted.length, 0),
      onlySaid: units.reduce((sum, unit) => sum + unit.onlySaid.length, 0),
    },
    units,
  }
}

interface Sides {
  readonly record: ReportRecord
  readonly lines: readonly PrintedLine[]
  readonly verdicts: readonly ComparisonVerdict[]
}

function compareUnits(ctx: Context, { record, lines, verdicts }: Sides): ComparedUnit[] {
  const scope = unitsInScope(ctx)
  const printed = record.statements.filter(isAboutUnit)
  const units = new Set([...lines.map(({ unitId }) => unitId), ...printed.map(({ unitId }) => unitId)])
  return [...units]
    .filter((unitId) => scope === undefined || scope.includes(unitId))
    .map((unitId) =>
      compareUnit(unitId, {
        said: lines.filter((line) => line.unitId === unitId).map((line) => presentSaid(ctx, line)),
        statements: printed.filter((statement) => statement.unitId === unitId),
        verdicts: verdicts.filter((verdict) => verdict.unitId === unitId),
      }),
    )
}

interface UnitSides {
  readonly said: readonly SaidLine[]
  readonly statements: readonly AboutUnit[]
  readonly verdicts: readonly ComparisonVerdict[]
}

function compareUnit(unitId: string, { said, statements, verdicts }: UnitSides): ComparedUnit {
  const lines = new Map(said.map((line) => [line.lineId, line]))
  const sentences = new Map(statements.map((each) => [each.id, presentPrinted(each)]))
  const compared = compareSheet(
    said.map((line) => ({ ...line, id: line.lineId })),
    statements.map(ruleOf),
    verdicts,
  )
  const deciderOf = (lineId: string, statementId: string) =>
    verdicts.find((one) => one.lineId === lineId && one.statementId === statementId)?.decidedBy ?? null
  return {
    unitId,
    pairs: compared.pairs.map(({ lineId, statementId, verdict, score, sharedWords, figures }) => ({
      line: lines.get(lineId)!,
      statement: sentences.get(statementId)!,
      verdict,
      decidedBy: deciderOf(lineId, statementId),
      score,
      sharedWords: [...sharedWords],
      figures: [...figures],
      differs: figures.some(({ agrees }) => !agrees),
    })),
    onlyPrinted: compared.onlyPrinted.map((id) => sentences.get(id)!),
    onlySaid: compared.onlySaid.map((id) => lines.get(id)!),
    rejected: verdicts
      .filter(
        ({ verdict, lineId, statementId }) =>
          verdict === 'rejected' && lines.has(lineId) && sentences.has(statementId),
      )
      .map(({ lineId, statementId, decidedBy }) => ({ lineId, statementId, decidedBy })),
  }
}

type AboutUnit = Exclude<Statement, { kind: 'task' }> & { readonly unitId: string }

/** Tasks are followed by the memo of commitments; what no unit is named for is compared with nobody's sheet. */
export function isAboutUnit(statement: Statement): statement is AboutUnit {
  return statement.kind !== 'task' && statement.unitId !== null
}

/** What the rule needs of a statement: of a figure its value and growth as decimals. */
function ruleOf({ id, subject, quote, ...statement }: AboutUnit): Printed {
  const { kind, detail } = statement
  const values =
    kind === 'figure' || kind === 'metric'
      ? [detail.value, /\d+(?:\.\d+)?/.exec(detail.change ?? '')?.[0]].filter((value) => value != null)
      : []
  const position = kind === 'rank' ? detail.position : null
  return { id, kind, subject, quote: quote.join(''), position, values }
}

function presentSaid(ctx: Context, line: PrintedLine): SaidLine {
  return {
    lineId: line.id,
    side: line.side,
    text: lineText(ctx, line),
    outcome: line.outcome,
    href: `/review/${line.reviewId}/sheets/${line.unitId}?line=${line.id}`,
  }
}

function presentPrinted({ id, kind, subject, quote, reportId }: AboutUnit): PrintedStatement {
  const href = `/reports/${reportId}?statement=${id}`
  return { statementId: id, kind, subject, quote: quote.join(''), href }
}
