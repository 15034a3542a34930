import type { Context, Tx } from '../../kernel/context.ts'
import { conflict } from '../../kernel/errors.ts'
import { claimOf } from './claim.ts'
import { insertClaim } from './store.ts'

/**
 * Takes the key of the request in the transaction of its write, once: a write that commits has taken it, one that does not
 * has not. Called where every write passes, at the journal. Without a key it does nothing.
 * @throws `kernel.request-repeated` when the same request was carried out while this one was on its way
 */
export async function takeRequestKey(tx: Tx, ctx: Context): Promise<void> {
  const claim = claimOf(ctx)
  if (!claim || claim.takenIn === tx) return
  if (!(await insertClaim(tx, ctx, claim))) throw conflict('kernel.request-repeated', { key: claim.key })
  claim.takenIn = tx
}
