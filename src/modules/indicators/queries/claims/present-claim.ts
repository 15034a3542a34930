import type { Context } from '../../../../kernel/context.ts'
import type { Definitions } from '../../definitions/defined.ts'
import type { MeasuredUnits } from '../../measured/measured-units.ts'
import { type Claim, ClaimEvidence, ExternalScope } from '../../schema/claims.ts'
import { sentenceOf } from '../../sentences.ts'
import type { StoredClaim } from '../../store/claims.ts'

/** What claims are shown with. */
export interface Shown {
  readonly definitions: Definitions
  readonly units: MeasuredUnits
  /** The newest vintage. */
  readonly vintage: number
}

export function presentClaim(
  ctx: Context,
  stored: StoredClaim,
  { definitions, units, vintage }: Shown,
): Claim {
  const defined = stored.indicator === null ? undefined : definitions.byNumber.get(stored.indicator)
  const definition = defined?.versions.at(-1)
  const unit = stored.unit_id === null ? undefined : units.byUnitId.get(stored.unit_id)
  const evidence = stored.evidence === null ? null : ClaimEvidence.parse(stored.evidence)
  const isExternal = ExternalScope.safeParse(stored.cohort).success
  return {
    id: stored.id,
    reportId: stored.report_id,
    reportTitle: stored.report_title,
    reportDate: stored.report_date,
    kind: stored.kind,
    unit: unit ? { key: unit.key, name: unit.name, unitId: unit.unitId } : null,
    subject: stored.subject,
    period: stored.period,
    quote: stored.quote,
    detail: stored.detail as Record<string, unknown>,
    match: {
      state: stored.match_state,
      indicator: defined?.code ?? null,
      name: definition?.name ?? null,
      unitOfMeasure: definition?.measure ?? null,
      measure: stored.measure,
      scope: stored.cohort,
      scopeName: isExternal
        ? sentenceOf(ctx.locale, `indicators.scope-${stored.cohort}`, {})
        : (units.cohorts.find(({ key }) => key === stored.cohort)?.name ?? null),
      isExternal,
      period: stored.match_period,
      by: stored.matched_by,
      at: stored.matched_at?.toISOString() ?? null,
    },
    verdict: stored.verdict,
    reason: stored.reason,
    reasonText:
      stored.reason === null ? null : sentenceOf(ctx.locale, `indicators.claim-reason-${stored.reason}`, {}),
    evidence,
    vintage: stored.vintage,
    checkedAt: stored.checked_at?.toISOString() ?? null,
    checkedBy: stored.checked_by,
    isOutdated: evidence !== null && evidence.now < vintage,
    version: stored.version,
  }
}
