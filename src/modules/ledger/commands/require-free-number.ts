import type { Tx } from '../../../kernel/context.ts'
import { conflict } from '../../../kernel/errors.ts'
import { findByExternalNumber } from '../store/items.ts'
import { aboveOwnScope } from '../store/tree.ts'

/** @throws `ledger.external-number-taken` when another item, seen by the actor or not, carries the office's number */
export async function requireFreeNumber(
  tx: Tx,
  { id, externalNumber }: { id?: string; externalNumber: string | null },
): Promise<void> {
  if (externalNumber === null) return
  const holder = await aboveOwnScope(tx, () => findByExternalNumber(tx, externalNumber))
  if (holder && holder.id !== id) {
    throw conflict('ledger.external-number-taken', { externalNumber, number: holder.number })
  }
}
