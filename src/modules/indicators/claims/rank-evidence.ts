import { type Ranked, rankPeriod, wantedFor } from '../queries/league/rank-period.ts'
import { requirePeriod } from '../read-period.ts'
import type { ClaimEvidence } from '../rules/claims/check-claim.ts'
import { yearStanding } from '../rules/claims/year-standing.ts'
import type { StoredTarget } from '../store/targets.ts'
import type { Values, Wanted } from '../values/open-values.ts'
import type { Checkable } from './plan-check.ts'

/** The table that a claimed place stands in; undefined for a cohort that is no longer there. */
function rankedBy(
  values: Values,
  { defined, measure, scope }: Checkable,
  targets: readonly StoredTarget[],
): Ranked | undefined {
  const cohort = scope.kind === 'cohort' ? values.units.findCohort(scope.cohort) : undefined
  if (!cohort) return undefined
  return {
    values,
    defined,
    // Shares of one whole stand in the order of the values.
    measure: measure === 'share' ? 'level' : measure,
    targets: targets.filter(({ indicator }) => indicator === defined.number),
    orYear: true,
    memberships: cohort.memberships,
    ties: 'standard',
    missing: 'apart',
  }
}

export function wantedForRank(values: Values, plan: Checkable, targets: readonly StoredTarget[]): Wanted[] {
  const ranked = rankedBy(values, plan, targets)
  return ranked ? plan.periods.flatMap((period) => wantedFor(ranked, requirePeriod(period))) : []
}

/** Where the unit stood in each year. What `wantedForRank` names must be loaded. */
export function rankEvidence(
  values: Values,
  plan: Checkable,
  targets: readonly StoredTarget[],
): Pick<ClaimEvidence, 'standings'> {
  const ranked = rankedBy(values, plan, targets)
  if (!ranked) return {}
  const standings = plan.periods.map((text) =>
    yearStanding(text, rankPeriod(ranked, requirePeriod(text)) ?? null, plan.unit),
  )
  return { standings }
}
