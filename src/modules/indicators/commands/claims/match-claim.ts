import type { Context } from '../../../../kernel/context.ts'
import { conflict, notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { claimOf } from '../../claims/accepted-claim.ts'
import { openClaimNames, scopeOfClaim, storedScope } from '../../claims/claim-names.ts'
import { requireDefined } from '../../definitions/require-defined.ts'
import { detailOf, openShown } from '../../queries/claims/claims.ts'
import type { Shown } from '../../queries/claims/present-claim.ts'
import { requirePeriod } from '../../read-period.ts'
import { writePeriod } from '../../rules/period/period-text.ts'
import { type ClaimDetail, ExternalScope, type MatchClaim } from '../../schema/claims.ts'
import { findClaim, type StoredClaim, updateClaim } from '../../store/claims.ts'
import { UNCHECKED } from './keep-claims.ts'

/**
 * Says what a claim means: an indicator, what of it, among whom and in which period; or that none fits. A verdict on the
 * former match goes with it and stays in the journal.
 * @throws `indicators.no-such-claim`, `indicators.claim-changed`, `indicators.no-such-indicator`,
 * `indicators.no-such-cohort`, `indicators.bad-period`
 */
export async function matchClaim(ctx: Context, id: string, input: MatchClaim): Promise<ClaimDetail> {
  authorize(ctx, 'indicators.check-claims')
  return ctx.transaction(async (tx) => {
    const shown = await openShown(ctx, tx)
    const names = await openClaimNames(ctx, tx)
    const period = input.period === null ? null : writePeriod(requirePeriod(input.period))
    const stored = await findClaim(tx, id, { forUpdate: true })
    if (!stored || stored.withdrawn_at !== null) throw notFound('indicators.no-such-claim', { id })
    if (stored.version !== input.version)
      throw conflict('indicators.claim-changed', { subject: stored.subject, version: stored.version })
    const spoken = storedScope(scopeOfClaim(claimOf(stored), names.cohorts))
    const match =
      input.indicator === null
        ? { indicator: null, measure: null, cohort: null, match_period: null, match_state: 'none' as const }
        : {
            indicator: requireDefined(shown.definitions, input.indicator).number,
            measure: input.measure,
            cohort: input.scope === null ? spoken : requireScope(shown, input.scope),
            match_period: period,
            match_state: 'confirmed' as const,
          }
    await updateClaim(tx, id, {
      ...match,
      ...UNCHECKED,
      matched_by: ctx.actor.name,
      matched_at: ctx.clock.now(),
    })
    await journal(tx, ctx, {
      action: input.indicator === null ? 'indicators.claim-unmatched' : 'indicators.claim-matched',
      subject: { type: 'claim', id },
      detail: {
        reportId: stored.report_id,
        subject: stored.subject,
        before: { ...shownMatch(stored, shown), verdict: stored.verdict, reason: stored.reason },
        after: shownMatch({ ...stored, ...match }, shown),
      },
    })
    return detailOf(ctx, tx, id)
  })
}

function requireScope({ units }: Shown, scope: string): string {
  if (ExternalScope.safeParse(scope).success) return scope
  const cohort = units.findCohort(scope)
  if (!cohort) throw notFound('indicators.no-such-cohort', { cohort: scope })
  return cohort.key
}

type Match = Pick<StoredClaim, 'indicator' | 'measure' | 'cohort' | 'match_period' | 'match_state'>

function shownMatch(claim: Match, { definitions }: Shown) {
  return {
    state: claim.match_state,
    indicator: claim.indicator === null ? null : (definitions.byNumber.get(claim.indicator)?.code ?? null),
    measure: claim.measure,
    scope: claim.cohort,
    period: claim.match_period,
  }
}
