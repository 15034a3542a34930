import type { Tx } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import { loadRegister } from '../../units/index.ts'

/** @throws `ledger.no-such-unit` for the first id that no unit of the register has; null is no unit and fine. */
export async function requireUnits(tx: Tx, unitIds: readonly (string | null)[]): Promise<void> {
  if (unitIds.every((id) => id === null)) return
  const known = new Set((await loadRegister(tx)).ids.values())
  const missing = unitIds.find((id) => id !== null && !known.has(id))
  if (missing) throw invalid('ledger.no-such-unit', { unitId: missing })
}
