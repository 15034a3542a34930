import type { Tx } from '../../../../kernel/context.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { loadRegister } from '../../../units/index.ts'

/** @throws `reviews.no-such-unit` for the first that the register does not have; null is nobody */
export async function requireKnownUnits(tx: Tx, unitIds: readonly (string | null)[]): Promise<void> {
  const asked = unitIds.filter((id) => id !== null)
  if (asked.length === 0) return
  const { ids } = await loadRegister(tx)
  const known = new Set(ids.values())
  const unknown = asked.find((id) => !known.has(id))
  if (unknown !== undefined) throw notFound('reviews.no-such-unit', { unitId: unknown })
}
