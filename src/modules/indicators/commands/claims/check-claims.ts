import type { Context, Tx } from '../../../../kernel/context.ts'
import { conflict, notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { claimOf } from '../../claims/accepted-claim.ts'
import { type ClaimNames, openClaimNames, suggestedMatch } from '../../claims/claim-names.ts'
import { type JudgedClaim, judgeClaims } from '../../claims/judge-claims.ts'
import { sheetOf } from '../../queries/claims/claims.ts'
import { canonicalJson } from '../../rules/values/canonical-json.ts'
import type { CheckClaims, ClaimSheet } from '../../schema/claims.ts'
import { claimsOfReport, type StoredClaim, updateClaim } from '../../store/claims.ts'

/**
 * Checks the claims of a report, all of them or those named, on what is published now, and returns the report's page. The
 * journal keeps each verdict that this one replaces.
 * @throws `indicators.no-claims`, `indicators.no-such-claim`, `indicators.claim-changed`
 */
export async function checkClaims(ctx: Context, { report, claims: ids }: CheckClaims): Promise<ClaimSheet> {
  authorize(ctx, 'indicators.check-claims')
  return ctx.transaction(async (tx) => {
    // Nothing is locked before all is read: what is kept in memory serves only a transaction that has written nothing.
    const all = await claimsOfReport(tx, report)
    if (all.length === 0) throw notFound('indicators.no-claims', { report })
    const asked = ids ? all.filter(({ id }) => ids.includes(id)) : all
    const absent = ids?.find((id) => !all.some((each) => each.id === id))
    if (absent) throw notFound('indicators.no-such-claim', { id: absent })
    const names = await openClaimNames(ctx, tx)
    const matched = asked.map((stored) => withSuggestion(stored, names))
    const judged = await judgeClaims(ctx, tx, { claims: matched, cohorts: names.cohorts })
    const locked = await claimsOfReport(tx, report, { forUpdate: true })
    const versions = new Map(locked.map(({ id, version }) => [id, version]))
    for (const each of judged) await keepVerdict(ctx, tx, each, versions)
    const formerOf = new Map(asked.map((stored) => [stored.id, stored]))
    const count = (verdict: string) => judged.filter((each) => each.verdict === verdict).length
    await journal(tx, ctx, {
      action: 'indicators.claims-checked',
      subject: { type: 'report', id: report },
      detail: {
        claims: judged.length,
        confirmed: count('confirmed'),
        contradicted: count('contradicted'),
        unknown: count('unknown'),
        // What changed: the former verdict is nowhere else.
        verdicts: judged.flatMap((each) => changeOf(formerOf.get(each.stored.id)!, each)),
      },
    })
    return sheetOf(ctx, tx, report)
  })
}

/** An indicator may have been defined since; what a person said, also that none fits, stays. */
function withSuggestion(stored: StoredClaim, names: ClaimNames): StoredClaim {
  if (stored.matched_by !== null) return stored
  const match = suggestedMatch(names, claimOf(stored))
  return { ...stored, ...match }
}

async function keepVerdict(
  ctx: Context,
  tx: Tx,
  { stored, verdict, reason, evidence, vintage }: JudgedClaim,
  versions: ReadonlyMap<string, number>,
): Promise<void> {
  if (versions.get(stored.id) !== stored.version)
    throw conflict('indicators.claim-changed', {
      subject: stored.subject,
      version: versions.get(stored.id) ?? 0,
    })
  await updateClaim(tx, stored.id, {
    indicator: stored.indicator,
    measure: stored.measure,
    cohort: stored.cohort,
    match_state: stored.match_state,
    verdict,
    reason,
    evidence: JSON.stringify(evidence),
    vintage,
    checked_at: ctx.clock.now(),
    checked_by: ctx.actor.name,
  })
}

function changeOf(former: StoredClaim, { stored, verdict, reason, vintage, evidence }: JudgedClaim) {
  const isSame =
    former.verdict === verdict &&
    former.evidence !== null &&
    canonicalJson(former.evidence) === canonicalJson(evidence)
  if (isSame) return []
  const before =
    former.verdict === null
      ? null
      : {
          verdict: former.verdict,
          reason: former.reason,
          vintage: former.vintage,
          checkedAt: former.checked_at?.toISOString(),
          checkedBy: former.checked_by,
        }
  const { indicator, since, newest } = evidence
  const after = { verdict, reason, vintage, since, newest: newest?.verdict ?? null }
  return [{ claim: stored.id, subject: stored.subject, indicator, before, after }]
}
