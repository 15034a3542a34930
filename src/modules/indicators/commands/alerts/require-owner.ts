import type { Context, Tx } from '../../../../kernel/context.ts'
import { invalid, notFound } from '../../../../kernel/errors.ts'
import type { Role } from '../../../../kernel/permissions.ts'
import { owningRoles, possibleOwners } from '../../alerts/possible-owners.ts'

interface Owner {
  readonly ownerId: string | null
  readonly ownerRole: Role | null
}

/**
 * @throws `indicators.no-such-owner` for an account that is not there, may not sign in or sees no figures,
 * `indicators.owner-role` for a role that sees none
 */
export async function requireOwner(ctx: Context, tx: Tx, { ownerId, ownerRole }: Owner): Promise<void> {
  if (ownerId !== null && (await possibleOwners(ctx, tx, { ids: [ownerId] })).length === 0)
    throw notFound('indicators.no-such-owner', { owner: ownerId })
  if (ownerRole !== null && !owningRoles(ctx).includes(ownerRole))
    throw invalid('indicators.owner-role', { role: ownerRole })
}
