import { modules } from '../../apps/modules.ts'
import type { Actor } from '../../kernel/context.ts'
import { ROLES, type Role } from '../../kernel/permissions.ts'
import { actorOf } from '../permissions.ts'
import { type CityUnit, subtreeIds } from './city-units.ts'

/** A person of one role, the same id for the same role and unit. */
export function cityActor(role: Role, unit: CityUnit | undefined, units: readonly CityUnit[]): Actor {
  const id = `00000000-0000-7000-8000-0000000000${10 + ROLES.indexOf(role)}`
  const account = { id, username: role, name: role, roles: [role], unitId: unit?.id ?? null }
  return actorOf(modules, account, unit ? subtreeIds(units, unit) : [])
}
