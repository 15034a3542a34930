import type { Context, Tx } from '../../../../kernel/context.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { answerOnce } from '../../../../platform/answers/index.ts'
import { requireDefined } from '../../definitions/require-defined.ts'
import { requirePeriod } from '../../read-period.ts'
import type { AskTable, LeagueTable } from '../../schema.ts'
import { listTargets } from '../../store/targets.ts'
import { definitionOf, openValues, type Values } from '../../values/open-values.ts'
import { presentTable } from './present-table.ts'
import { type Ranked, rankPeriod, wantedFor } from './rank-period.ts'
import { earlierPeriod, streaksOf } from './streak-tables.ts'

/**
 * Who stands where in a period, as of a vintage: rank, change, margins and streaks, and apart from it whoever is not
 * compared, with the reason. Computed from the published columns when it is asked for.
 * @throws `indicators.no-such-indicator`, `indicators.no-such-cohort`, `indicators.bad-period`
 */
export function leagueTable(ctx: Context, code: string, input: AskTable): Promise<LeagueTable> {
  authorize(ctx, 'indicators.read')
  const question = { name: 'indicators.table', of: [code, input], isForAll: true } as const
  return answerOnce(ctx, question, (tx) => computeTable(ctx, tx, { code, ...input }))
}

/** The same inside a transaction, for freezing it. */
export async function computeTable(
  ctx: Context,
  tx: Tx,
  input: AskTable & { code: string },
): Promise<LeagueTable> {
  const period = requirePeriod(input.period)
  const values = await openValues(ctx, tx, input.asOf)
  const defined = requireDefined(values.definitions, input.code)
  const cohort = requireCohort(values, input.cohort ?? definitionOf(defined, period).cohort ?? WHOLE_CITY)
  const { measure, ties, missing, against, first } = input
  const targets = measure === 'done' ? await listTargets(tx, { indicator: defined.number }) : []
  const ranked: Ranked = { values, defined, measure, ties, missing, targets, memberships: cohort.memberships }
  const former = earlierPeriod(ranked, period, against)
  await values.load([...wantedFor(ranked, period), ...(former ? wantedFor(ranked, former) : [])])
  const ranking = rankPeriod(ranked, period)
  const formerRanking = former && rankPeriod(ranked, former)
  const streaks = ranking ? await streaksOf(ranked, { period, ranking, against, first }) : new Map()
  return presentTable({ ranked, input, period, former, ranking, formerRanking, streaks, cohort: cohort.key })
}

/** Where neither the question nor the definition names a cohort. */
export const WHOLE_CITY = 'city-wide'

/** @throws `indicators.no-such-cohort` */
export function requireCohort({ units }: Values, name: string) {
  const cohort = units.findCohort(name)
  if (!cohort) throw notFound('indicators.no-such-cohort', { cohort: name })
  return cohort
}
