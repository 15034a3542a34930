import type { Context, Tx } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { beginClaims, haveClaimsBegun } from '../../store/claims.ts'
import { keepClaim } from './keep-claims.ts'

/** What `reports.statement-accepted` would have told. */
export interface AcceptedBefore {
  readonly statement: { readonly id: string }
  readonly report: unknown
}

/**
 * Takes over what was accepted before this module was there, once for a tenant. Whoever knows the reports gives the
 * statements: modules of one layer do not read each other (docs/decisions/0019).
 * @returns how many claims are new; 0 when it was done before
 */
export async function beginWithAccepted(
  ctx: Context,
  accepted: (tx: Tx) => Promise<readonly AcceptedBefore[]>,
): Promise<number> {
  authorize(ctx, 'indicators.check-claims')
  return ctx.transaction(async (tx) => {
    if (await haveClaimsBegun(tx)) return 0
    const all = await accepted(tx)
    const begun = { tenant_id: ctx.tenantId, begun_at: ctx.clock.now(), statements: all.length }
    if (!(await beginClaims(tx, begun))) return 0
    let kept = 0
    for (const payload of all) kept += Number(await keepClaim(ctx, tx, payload))
    await journal(tx, ctx, {
      action: 'indicators.claims-begun',
      subject: { type: 'tenant', id: ctx.tenantId },
      detail: { statements: all.length, claims: kept },
    })
    return kept
  })
}
