import type { Context, Tx } from '../../../../kernel/context.ts'
import { invalid } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { answersAt } from '../../../../platform/answers/index.ts'
import { unitItems } from '../../../ledger/index.ts'
import { fingerprintOf } from '../../fingerprint-of.ts'
import { itemSource, leagueSource, paceSource } from '../../rules/draft/sources-of.ts'
import type { OfferedSources, Source } from '../../schema.ts'
import type { StoredReview } from '../../store/cycle/reviews.ts'
import { loadChains } from '../matters/load-chains.ts'
import { factsOf } from './fresh-draft.ts'
import { requireReview } from './require-review.ts'

interface Offered {
  readonly source: Source
  /** What would make a line stale if it changed; days and vintages move by themselves. */
  readonly says: unknown
}

export type OwnSources = ReadonlyMap<string, Offered>

interface Of {
  readonly review: StoredReview
  readonly unitId: string
}

/**
 * What a line of the office's own may rest on: the unit's figures and pace as the sheet knows them, its items of today, and what reports
 * up to the review's quarter said of it.
 * @throws `kernel.forbidden`, `reviews.no-such-review`
 */
export function listOwnSources(ctx: Context, reviewId: string, unitId: string): Promise<OfferedSources> {
  authorize(ctx, 'reviews.prepare', [unitId])
  return ctx.transaction(async (tx) => {
    const review = await requireReview(tx, reviewId)
    const offered = await ownSources(ctx, tx, { review, unitId })
    return { sources: [...offered.values()].map(({ source }) => source) }
  })
}

/** The same by what each is a source of, kept until something is written in the tenant. */
export async function ownSources(ctx: Context, tx: Tx, { review, unitId }: Of): Promise<OwnSources> {
  const answers = await answersAt(ctx, tx)
  const of = [review.id, review.version, unitId, ctx.clock.today()]
  return answers.keep({ name: 'reviews.own-sources', of }, async () => {
    const facts = await factsOf(ctx, tx, { review, unitId })
    // A person may point at what was entered after the cut; a draft may not.
    const on = ctx.clock.today()
    const { items } = await unitItems(ctx, tx, { unitId, on, since: facts.from })
    const all: Offered[] = [
      ...facts.standings.map((standing) => {
        const { value, rank, of: ranked, numerator, denominator } = standing
        return { source: leagueSource(standing, facts), says: [value, rank, ranked, numerator, denominator] }
      }),
      ...facts.pace.map((pace) => ({ source: paceSource(pace), says: [pace.actual, pace.target] })),
      ...items.map((item) => {
        const { title, state, dueOn, closedOn } = item
        return { source: itemSource(item, on), says: [title, state, dueOn, closedOn] }
      }),
      ...(await statementsOf(ctx, tx, { review, unitId })),
    ]
    return new Map(all.map((offered) => [identityOf(offered.source), offered]))
  })
}

/**
 * The sources that somebody chose, as the record has them: what a line rests on is not taken from who writes it.
 * @throws `reviews.no-such-source`
 */
export function chosenSources(chosen: readonly Source[], offered: OwnSources): Source[] {
  return [...new Set(chosen.map(identityOf))].map((identity, i) => {
    const found = offered.get(identity)
    if (!found) throw invalid('reviews.no-such-source', { title: chosen[i]!.label.title ?? chosen[i]!.href })
    return found.source
  })
}

/** What the sources of an own line say now; null when one of them is gone. */
export function ownFingerprint(sources: readonly Source[], offered: OwnSources): string | null {
  const says = sources.map((source) => offered.get(identityOf(source)))
  return says.includes(undefined) ? null : fingerprintOf(says.map((each) => each!.says))
}

async function statementsOf(ctx: Context, tx: Tx, { review, unitId }: Of): Promise<Offered[]> {
  const { record } = (await loadChains(ctx, tx, [unitId])).shortfalls
  return record.statements.flatMap(({ id, reportId, quote }) => {
    const report = record.reports.get(reportId)!
    if (report.period !== null && report.period > review.period) return []
    const label = {
      title: quote.join(''),
      ...(report.period !== null && { period: report.period }),
      source: report.source ?? report.title,
    }
    const href = `/reports/${reportId}?statement=${id}`
    return [{ source: { kind: 'statement' as const, href, label }, says: quote }]
  })
}

/** A newer vintage of a figure is the same source: its address names the vintage, its code and period do not. */
function identityOf({ kind, href, label: { key, period } }: Source): string {
  const isFigure = kind === 'league' || kind === 'value' || kind === 'pace'
  return isFigure && key !== undefined ? `${kind === 'pace' ? 'pace' : 'figure'} ${key} ${period}` : href
}
