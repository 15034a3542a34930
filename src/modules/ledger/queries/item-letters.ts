import type { Context, Tx } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { latestLetters } from '../store/pressings.ts'

/** The latest supervision letter (督办函) of each of these items, of those that the actor sees; the oldest first. */
export function itemLetters(
  ctx: Context,
  tx: Tx,
  ids: readonly string[],
): Promise<{ itemId: string; number: string; answerBy: string | null }[]> {
  authorize(ctx, 'ledger.read')
  return latestLetters(tx, ids)
}
