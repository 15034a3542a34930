import type { Context, Tx } from '../../../../kernel/context.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { findAccounts } from '../../../../platform/accounts.ts'

/** @throws `indicators.no-such-owner` for an account that is not there */
export async function requireOwner(ctx: Context, tx: Tx, ownerId: string | null): Promise<void> {
  if (ownerId !== null && (await findAccounts(tx, ctx, { ids: [ownerId] })).length === 0)
    throw notFound('indicators.no-such-owner', { owner: ownerId })
}
