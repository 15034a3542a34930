import type { Context, Tx } from '../../../../kernel/context.ts'
import { invalid } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { requirePeriod } from '../../read-period.ts'
import { type PeriodTable, streaks } from '../../rules/league/streak.ts'
import { periodNumber } from '../../rules/period/period-number.ts'
import { shiftPeriod } from '../../rules/period/shift-period.ts'
import type { TimePeriod } from '../../rules/period/time-period.ts'
import type { AskComposite, CompositeTable } from '../../schema/composite.ts'
import type { StoredLeague } from '../../store/leagues.ts'
import { openValues } from '../../values/open-values.ts'
import { requireCohort } from '../league/league-table.ts'
import { requireLeague } from './leagues.ts'
import { openScored } from './open-scored.ts'
import { presentComposite } from './present-composite.ts'
import { type Scored, type ScoredPeriod, scorePeriod, wantedToScore } from './score-period.ts'

/**
 * The table of a composite league in a period, as of a vintage: scores with all their parts, places, changes, streaks, and
 * the red and black list. Earlier periods are scored by the same definition.
 * @throws `indicators.no-such-league`, `indicators.no-such-cohort`, `indicators.bad-period`, `indicators.league-period`
 */
export function compositeTable(ctx: Context, key: string, input: AskComposite): Promise<CompositeTable> {
  authorize(ctx, 'indicators.read')
  return ctx.transaction(async (tx) =>
    computeComposite(ctx, tx, { league: await requireLeague(tx, key), input }),
  )
}

/** The same inside a transaction, for freezing it. */
export async function computeComposite(
  ctx: Context,
  tx: Tx,
  { league, input }: { league: StoredLeague; input: AskComposite },
): Promise<CompositeTable> {
  const { definition } = league
  const period = requirePeriod(input.period)
  if (period.kind !== definition.frequency)
    throw invalid('indicators.league-period', { league: league.name, period: input.period })
  const values = await openValues(ctx, tx, input.asOf)
  const cohort = requireCohort(values, input.cohort ?? definition.cohort)
  const scored: Scored = {
    ...(await openScored(tx, values, { league, trail: [] })),
    memberships: cohort.memberships,
  }
  const earlier = shiftPeriod(period, -1)
  await values.load([...wantedToScore(scored, period), ...wantedToScore(scored, earlier)])
  const now = scorePeriod(scored, period)
  const former = scorePeriod(scored, earlier)
  const found = now ? streaks(await tablesBack(scored, { period, now, former })) : []
  return presentComposite({
    scored,
    league,
    cohort: cohort.key,
    period,
    earlier,
    now,
    former,
    streaks: new Map(found.map((streak) => [streak.unit, streak])),
  })
}

interface Newest {
  readonly period: TimePeriod
  readonly now: ScoredPeriod
  readonly former: ScoredPeriod | undefined
}

/** Tables from the newest back, as far as somebody who is first now stayed first. */
async function tablesBack(scored: Scored, { period, now, former }: Newest): Promise<PeriodTable[]> {
  const tables: PeriodTable[] = [{ period: periodNumber(period), ranking: now.table.ranking }]
  let front = firstOf(now)
  for (let at = shiftPeriod(period, -1), table = former; front.size > 0 && table; ) {
    tables.push({ period: periodNumber(at), ranking: table.table.ranking })
    const ahead = firstOf(table)
    front = new Set([...front].filter((unit) => ahead.has(unit)))
    at = shiftPeriod(at, -1)
    await scored.values.load(wantedToScore(scored, at))
    table = scorePeriod(scored, at)
  }
  return tables
}

const firstOf = ({ table }: ScoredPeriod) =>
  new Set(table.ranking.ranked.filter(({ better }) => better === 0).map(({ unit }) => unit))
