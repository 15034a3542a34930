import { modules } from '../../apps/modules.ts'
import type { Actor } from '../../kernel/context.ts'
import { ADMIN_ROLES, ROLES, type Role } from '../../kernel/permissions.ts'
import { actorOf } from '../permissions.ts'
import { type CityUnit, subtreeIds } from './city-units.ts'

/** A person of one role, the same id for the same role and unit. */
export function cityActor(role: Role, unit: CityUnit | undefined, units: readonly CityUnit[]): Actor {
  const id = `00000000-0000-7000-8000-0000000000${10 + ROLES.indexOf(role)}`
  const unitId = unit?.id ?? null
  const work = { key: role, basis: role, names: null, permissions: null, unitId, inNameOf: null, until: null }
  const held = ADMIN_ROLES.some((each) => each === role) ? [] : [work]
  const account = { id, username: role, name: role, roles: [role], unitId, held }
  return actorOf(modules, account, new Map(unit ? [[unit.id, subtreeIds(units, unit)]] : []))
}
