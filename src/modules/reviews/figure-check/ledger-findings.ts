import type { Context } from '../../../kernel/context.ts'
import { decimalOf, ratio } from '../../indicators/index.ts'
import { AskStatistics, statistics } from '../../ledger/index.ts'
import type { Draft } from '../../reports/index.ts'
import { resolveUnit } from '../../units/index.ts'
import { findLedgerCounts, type SaidCount } from '../rules/figure-check/find-ledger-counts.ts'
import type { FigureFinding } from '../rules/figure-check/finding.ts'
import { overlap, point } from '../rules/figure-check/interval.ts'
import { intervalOf, written } from '../rules/figure-check/judge-relation.ts'
import { plainFinding } from '../rules/figure-check/plain-finding.ts'

type Counts = Awaited<ReturnType<typeof statistics>>['totals']

/**
 * Counts of the ledger's items that a text prints, against the ledger as it stands. Only for who sees the whole ledger,
 * and only for a text of today: of former days the ledger was another.
 */
export async function ledgerFindings(
  ctx: Context,
  draft: Draft,
  asOf: string,
): Promise<{ findings: FigureFinding[]; asked: number }> {
  const none = { findings: [], asked: 0 }
  if (ctx.actor.grants.permissions['ledger.read'] !== 'any' || asOf !== ctx.clock.today()) return none
  const names = draft.register.units.map(({ name }) => name).sort((a, b) => b.length - a.length)
  const said = draft.report.articles.flatMap((article) => findLedgerCounts(article, names))
  if (said.length === 0) return none
  const counts = new Map<string | null, Counts | null>()
  for (const unit of new Set(said.map((one) => one.unit)))
    counts.set(unit, await countsOf(ctx, draft, unit, asOf))
  const compared = said.flatMap((one) => {
    const known = counts.get(one.unit)
    return known ? [{ one, known }] : []
  })
  return {
    findings: compared.flatMap(({ one, known }) => findingOf(one, known, asOf) ?? []),
    asked: compared.length,
  }
}

async function countsOf(
  ctx: Context,
  draft: Draft,
  unit: string | null,
  asOf: string,
): Promise<Counts | null> {
  if (unit === null) return (await statistics(ctx, AskStatistics.parse({ by: 'unit' }))).totals
  const resolution = resolveUnit(draft.register, unit, asOf)
  const id = resolution.kind === 'resolved' ? draft.unitIds.get(resolution.unit.key) : undefined
  if (!id) return null
  return (await statistics(ctx, AskStatistics.parse({ by: 'unit', unitId: id }))).totals
}

function findingOf(said: SaidCount, counts: Counts, asOf: string): FigureFinding | null {
  const { figure, sentence, unit } = said
  const known = knownOf(said, counts)
  if (!known || known.agrees) return null
  const printed = written(figure)
  const finding = plainFinding(
    sentence.article,
    { sentence, figures: [figure] },
    {
      kind: 'ledger',
      cause: 'differs',
      severity: 'warning',
      printed,
      expected: known.text,
      arithmetic: `${known.arithmetic} ≠ ${printed} (${asOf})`,
    },
  )
  const label = { title: unit ?? undefined, numerator: known.numerator, denominator: known.denominator, asOf }
  return { ...finding, source: { kind: 'item', href: `/ledger?${known.query}`, label } }
}

function knownOf({ what, figure }: SaidCount, counts: Counts) {
  if (what === 'total') {
    const text = String(counts.dispatched.numerator)
    // What was not dispatched yet stands in the ledger, too: either number may be meant.
    const agrees = [counts.total, counts.dispatched.numerator].some(
      (n) => BigInt(n) * figure.value.d === figure.value.n,
    )
    const { query } = counts.dispatched
    return { agrees, text, arithmetic: text, numerator: text, denominator: undefined, query }
  }
  const share = what === 'closedRate' ? counts.closed : counts[what]
  const numerator = String(share.numerator)
  const denominator = String(share.denominator)
  if (what !== 'closedRate') {
    const agrees = BigInt(share.numerator) * figure.value.d === figure.value.n
    return { agrees, text: numerator, arithmetic: numerator, numerator, denominator, query: share.query }
  }
  if (share.denominator === 0) return null
  const actual = ratio(100n * BigInt(share.numerator), BigInt(share.denominator))
  const agrees = overlap(point(actual), intervalOf(figure))
  const arithmetic = `${numerator} ÷ ${denominator}`
  return { agrees, text: `${decimalOf(actual, 1)}%`, arithmetic, numerator, denominator, query: share.query }
}
