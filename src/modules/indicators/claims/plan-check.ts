import type { Defined } from '../definitions/defined.ts'
import type { Claim, ClaimMeasure } from '../rules/claims/claim.ts'
import { claimPeriods } from '../rules/claims/claim-periods.ts'
import type { CohortNames, ResolvedScope } from '../rules/claims/resolve-scope.ts'
import { writePeriod } from '../rules/period/period-text.ts'
import type { ClaimEvidence } from '../schema/claims.ts'
import { ExternalScope } from '../schema/claims.ts'
import type { StoredClaim } from '../store/claims.ts'
import type { Values } from '../values/open-values.ts'
import { claimOf } from './accepted-claim.ts'
import { scopeOfClaim } from './claim-names.ts'

/** A claim that has an indicator, a unit and periods, so that numbers can decide it. */
export interface Checkable {
  readonly kind: 'checkable'
  readonly stored: StoredClaim
  readonly claim: Claim
  readonly defined: Defined
  readonly measure: ClaimMeasure
  readonly scope: ResolvedScope
  readonly unit: number
  readonly periods: readonly string[]
  readonly periodFrom: ClaimEvidence['periodFrom']
}

/** Nothing to hold it against, and why. */
export interface NotCheckable {
  readonly kind: 'not-checkable'
  readonly stored: StoredClaim
  readonly reason: 'not-measurable' | 'no-indicator' | 'no-unit' | 'no-period' | 'period-unreadable'
}

interface Known {
  readonly values: Values
  readonly cohorts: readonly CohortNames[]
  readonly published: ReadonlyMap<Defined, readonly Parameters<typeof writePeriod>[0][]>
}

/** What a claim is held against, by its match. */
export function planCheck(stored: StoredClaim, known: Known): Checkable | NotCheckable {
  const { values, cohorts, published } = known
  const claim = claimOf(stored)
  const not = (reason: NotCheckable['reason']): NotCheckable => ({ kind: 'not-checkable', stored, reason })
  if (claim.kind === 'first') return not('not-measurable')
  const defined = stored.indicator === null ? undefined : values.definitions.byNumber.get(stored.indicator)
  if (!defined) return not('no-indicator')
  const measure = stored.measure ?? 'level'
  const unit = stored.unit_id === null ? undefined : values.units.byUnitId.get(stored.unit_id)
  if (!unit) return not('no-unit')
  const periods = claimPeriods({
    claimPeriod: stored.match_period ?? claim.period,
    reportPeriod: stored.report_period,
    reportDay: stored.report_date,
    streakYears: claim.kind === 'rank' ? claim.streakYears : null,
    published: (published.get(defined) ?? []).map(writePeriod),
  })
  if (periods.kind === 'unknown') return not(periods.reason)
  return {
    kind: 'checkable',
    stored,
    claim,
    defined,
    measure,
    scope: stored.cohort === null ? scopeOfClaim(claim, cohorts) : scopeOf(stored.cohort),
    unit: unit.number,
    periods: periods.periods,
    periodFrom: stored.match_period === null ? periods.from : 'match',
  }
}

/** A stored scope; a cohort's key never is one of the wider circles'. */
export function scopeOf(stored: string): ResolvedScope {
  const external = ExternalScope.safeParse(stored)
  return external.success ? { kind: 'external', scope: external.data } : { kind: 'cohort', cohort: stored }
}
