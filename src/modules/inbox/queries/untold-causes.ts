import type { Tx } from '../../../kernel/context.ts'
import { findToldCauses } from '../store/deliveries.ts'

/**
 * Those of the causes that nobody was told for yet. For jobs, which plan the same reminders day after day: `notify`
 * alone would tell nobody twice either, but row by row. Only the installation sees what others were told.
 */
export async function untoldCauses(tx: Tx, causes: readonly string[]): Promise<ReadonlySet<string>> {
  const told = new Set(await findToldCauses(tx, causes))
  return new Set(causes.filter((cause) => !told.has(cause)))
}
