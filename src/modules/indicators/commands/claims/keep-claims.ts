import type { Context, Tx } from '../../../../kernel/context.ts'
import { type AcceptedStatement, acceptedClaimOf, claimOf, contentOf } from '../../claims/accepted-claim.ts'
import { openClaimNames, suggestedMatch } from '../../claims/claim-names.ts'
import { findClaim, insertClaim, type StoredClaim, updateClaim } from '../../store/claims.ts'

/** What a claim is before anybody has checked it. */
export const UNCHECKED = {
  verdict: null,
  reason: null,
  evidence: null,
  vintage: null,
  checked_at: null,
  checked_by: null,
} as const

/**
 * Keeps an accepted rank or figure as a claim, with the indicator that stands out by its name. In the transaction that
 * accepts it, whose entry in the journal tells of both. Repeated it does nothing.
 */
export async function keepAcceptedClaim(ctx: Context, tx: Tx, payload: unknown): Promise<void> {
  await keepClaim(ctx, tx, payload)
}

/** The same; whether it was not kept before. */
export async function keepClaim(ctx: Context, tx: Tx, payload: unknown): Promise<boolean> {
  const accepted = acceptedClaimOf(payload)
  if (!accepted) return false
  const former = await findClaim(tx, accepted.statement.id, { forUpdate: true })
  if (former && former.withdrawn_at === null) return false
  if (former) {
    await renew(ctx, tx, { accepted, former })
    return true
  }
  const content = contentOf(accepted)
  const names = await openClaimNames(ctx, tx)
  await insertClaim(tx, {
    ...content,
    ...UNCHECKED,
    ...suggestedMatch(names, claimOf({ ...content, detail: accepted.statement.detail })),
    tenant_id: ctx.tenantId,
    id: accepted.statement.id,
    match_period: null,
    matched_by: null,
    matched_at: null,
    withdrawn_at: null,
    version: 1,
  })
  return true
}

/** Lets a claim follow its corrected statement; it has to be checked again. */
export async function followCorrectedClaim(ctx: Context, tx: Tx, payload: unknown): Promise<void> {
  const accepted = acceptedClaimOf(payload)
  if (!accepted) return
  const former = await findClaim(tx, accepted.statement.id, { forUpdate: true })
  if (former) await renew(ctx, tx, { accepted, former })
  else await keepClaim(ctx, tx, payload)
}

/** Takes a claim out whose statement is open again. */
export async function withdrawReopenedClaim(ctx: Context, tx: Tx, payload: unknown): Promise<void> {
  const reopened = acceptedClaimOf(payload)
  if (!reopened) return
  const former = await findClaim(tx, reopened.statement.id, { forUpdate: true })
  if (former) await updateClaim(tx, former.id, { withdrawn_at: ctx.clock.now() })
}

/** A match that a person confirmed stays as long as the claim speaks of the same thing. */
async function renew(
  ctx: Context,
  tx: Tx,
  { accepted, former }: { accepted: AcceptedStatement; former: StoredClaim },
): Promise<void> {
  const content = contentOf(accepted)
  const claim = claimOf({ ...content, detail: accepted.statement.detail })
  const isSameMatter = former.subject === content.subject && former.kind === content.kind
  const keepsMatch = isSameMatter && former.matched_by !== null
  await updateClaim(tx, former.id, {
    ...content,
    ...UNCHECKED,
    ...(keepsMatch
      ? {}
      : {
          ...suggestedMatch(await openClaimNames(ctx, tx), claim),
          match_period: null,
          matched_by: null,
          matched_at: null,
        }),
    withdrawn_at: null,
  })
}
