import type { Context, Tx } from '../../../../kernel/context.ts'
import { addDays } from '../../../../kernel/day.ts'
import { type EvidenceStanding, openUnitEvidence } from '../../../indicators/index.ts'
import { type Item, unitItems } from '../../../ledger/index.ts'
import thresholds from '../../rules/draft/draft-thresholds.json' with { type: 'json' }
import type { Facts, ItemFact, PaceFact, StandingFact } from '../../rules/draft/facts.ts'
import { linkItems } from '../../rules/draft/link-items.ts'
import type { StoredReview } from '../../store/cycle/reviews.ts'
import { earlierShortfalls, type Found } from './earlier-shortfalls.ts'
import { earlierDay, quarterDays } from './review-days.ts'

type Evidence = NonNullable<Awaited<ReturnType<typeof openUnitEvidence>>>

/** Where units are compared: the whole city. */
const COHORT = 'city-wide'

/**
 * Everything that a unit's sheet is drafted from, in a fixed number of statements however many indicators and items there
 * are. Figures go to the end of the quarter, items stand as on the day of the cut, and neither knows of later days.
 */
export async function loadFacts(
  ctx: Context,
  tx: Tx,
  { review, unitId }: { review: StoredReview; unitId: string },
): Promise<Facts> {
  const today = ctx.clock.today()
  const quarter = quarterDays(review.period)
  const on = earlierDay(review.cut_on, today)
  const through = earlierDay(quarter.to, on)
  const found = await earlierShortfalls(ctx, tx, { review, unitId })
  const since = found.map(({ saidIn }) => quarterDays(saidIn).to).reduce(earlierDay, quarter.from)
  const ledger = await unitItems(ctx, tx, { unitId, on, since })
  const items = ledger.items.map((item) => itemFactOf(item, unitId))
  const evidence = await openUnitEvidence(ctx, tx, { unitId, cohort: COHORT, today })
  const figures = evidence ? await figuresOf(evidence, { quarter, through }) : NO_FIGURES
  const earlier = await withFigures(evidence, found, through)
  const linked = earlier.map((shortfall) => ({ ...shortfall, linked: linkItems(shortfall, items) }))
  const ids = linked.flatMap((shortfall) => shortfall.linked.map(({ item }) => item.id))
  const traces = await ledger.traces([...new Set(ids)])
  return {
    cohort: COHORT,
    period: review.period,
    ...quarter,
    on,
    ...figures,
    items,
    earlier: linked,
    traces: new Map(traces.map(({ itemId, ...trace }) => [itemId, trace])),
  }
}

const NO_FIGURES = { asOf: 0, standings: [], firsts: new Map(), pace: [], alerts: [] } as const

async function figuresOf(
  evidence: Evidence,
  { quarter, through }: { quarter: { from: string; to: string }; through: string },
): Promise<Pick<Facts, 'asOf' | 'standings' | 'firsts' | 'pace' | 'alerts'>> {
  const oldest = addDays(through, -thresholds.fresh.days)
  const all = await evidence.standings(through)
  const standings = all.filter(({ value, endsOn }) => value !== null && endsOn !== null && endsOn >= oldest)
  const givers = await evidence.givers(standings.flatMap(({ vintage }) => vintage ?? []))
  const former = new Map(
    (await evidence.standings(addDays(quarter.from, -1))).map((standing) => [standing.code, standing]),
  )
  const board = await evidence.pace(through)
  const measures = new Map(board.indicators.map((indicator) => [indicator.code, indicator]))
  return {
    asOf: evidence.asOf,
    standings: standings.map((standing) => ({
      ...standingFactOf(standing, givers),
      ...movedSince(former.get(standing.code), standing),
    })),
    firsts: await evidence.firsts(standings),
    pace: board.cells.flatMap((cell): PaceFact[] => {
      if (cell.state !== 'measured' || cell.actual === null || cell.through === null) return []
      const { name, nameEn, unitOfMeasure } = measures.get(cell.indicator)!
      return [
        {
          code: cell.indicator,
          name: { zh: name, en: nameEn },
          unit: unitOfMeasure,
          kind: cell.kind,
          horizon: cell.horizon,
          period: board.period,
          target: cell.target,
          actual: cell.actual,
          through: cell.through,
          expectedPercent: cell.expectedPercent,
          donePercent: cell.donePercent,
          gapPoints: cell.gapPoints!,
          vintage: board.asOf,
        },
      ]
    }),
    alerts: (await evidence.alerts(quarter.from, quarter.to)).map(
      ({ id, kind, indicator, period, sentence }) => ({
        id,
        kind,
        code: indicator,
        period,
        sentence,
      }),
    ),
  }
}

/** How many places a unit has gained since the end of the quarter before. */
function movedSince(
  former: EvidenceStanding | undefined,
  now: EvidenceStanding,
): Pick<StandingFact, 'formerPeriod' | 'places'> {
  const isComparable = former && former.rank !== null && now.rank !== null && former.period !== now.period
  return isComparable
    ? { formerPeriod: former.period, places: former.rank! - now.rank! }
    : { formerPeriod: null, places: null }
}

/** Where the unit stood when each was found; a statement's indicator is the one that stands out by its name. */
async function withFigures(evidence: Evidence | undefined, found: readonly Found[], through: string) {
  const named: Found[] = []
  for (const shortfall of found) {
    const code = shortfall.code ?? (await evidence?.named(shortfall.subject.zh)) ?? null
    named.push({ ...shortfall, code })
  }
  const byReview = new Map<string, ReadonlyMap<string, StandingFact>>()
  for (const saidIn of new Set(named.map((each) => each.saidIn))) {
    const codes = named.flatMap(({ code, saidIn: of }) => (of === saidIn && code !== null ? [code] : []))
    const day = earlierDay(quarterDays(saidIn).to, through)
    const before = codes.length > 0 ? await evidence?.standings(day, codes) : undefined
    const facts = (before ?? [])
      .filter(({ value }) => value !== null)
      .map((each) => standingFactOf(each, new Map()))
    byReview.set(saidIn, new Map(facts.map((fact) => [fact.code, fact])))
  }
  return named.map((shortfall) => ({
    ...shortfall,
    before: (shortfall.code !== null && byReview.get(shortfall.saidIn)?.get(shortfall.code)) || null,
  }))
}

function standingFactOf(standing: EvidenceStanding, givers: ReadonlyMap<number, string>): StandingFact {
  const { code, name, nameEn, unitOfMeasure, ratio, vintage } = standing
  const { decimals, direction, rank, sharedBy, of, growth, change } = standing
  return {
    code,
    name: { zh: name, en: nameEn },
    unit: unitOfMeasure,
    decimals,
    period: standing.period!,
    value: standing.value!,
    direction,
    formerPeriod: null,
    rank,
    sharedBy,
    of,
    places: null,
    growth,
    change,
    numerator: ratio?.numerator.value ?? null,
    denominator: ratio?.denominator.value ?? null,
    vintage,
    source: (vintage !== null && givers.get(vintage)) || null,
  }
}

function itemFactOf(item: Item, unitId: string): ItemFact {
  const { id, number, title, state, dueOn, finishedOn, closedOn, daysLate, returnedCount, round, progress } =
    item
  const said = item.source.kind === 'statement' ? item.source : null
  return {
    id,
    number,
    title,
    isLead: item.leadUnitId === unitId,
    isOpen: state !== 'closed' && state !== 'withdrawn',
    state,
    dueOn,
    finishedOn,
    closedOn,
    daysLate,
    returnedCount,
    round,
    progress,
    reportId: said?.reportId ?? null,
    statementId: said?.statementId ?? null,
  }
}
