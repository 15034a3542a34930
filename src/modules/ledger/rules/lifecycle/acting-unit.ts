import type { Actor } from '../../../../kernel/context.ts'
import { reachOf } from '../../../../kernel/permissions.ts'
import type { Item } from '../../schema.ts'

/**
 * For which of an item's units a person acts: the own one, otherwise one below it, lead before supporters; null for the
 * office, which is none of them.
 */
export function actingUnit(
  { unitId, grants }: Pick<Actor, 'unitId' | 'grants'>,
  { leadUnitId, supportingUnitIds }: Pick<Item, 'leadUnitId' | 'supportingUnitIds'>,
): string | null {
  const units = [...(leadUnitId ? [leadUnitId] : []), ...supportingUnitIds]
  if (unitId !== null && units.includes(unitId)) return unitId
  const reach = reachOf(grants, 'ledger.work')
  return reach === 'any' ? null : (units.find((id) => reach.includes(id)) ?? null)
}
