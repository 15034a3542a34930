import type { Actor } from '../../kernel/context.ts'
import type { Day } from '../../kernel/day.ts'
import { isAllowed, ownGrants } from '../../kernel/permissions.ts'
import type { Account, HeldRole } from '../../platform/module.ts'
import type { KnownRole } from './known-roles.ts'
import type { AssignmentLine, DelegationLine, HeldRoleLine } from './schema/roles.ts'
import type { Assignment } from './store/assignments.ts'
import type { Delegation } from './store/delegations.ts'

type Roles = ReadonlyMap<string, KnownRole>
type People = ReadonlyMap<string, Pick<Account, 'id' | 'name' | 'unitId'>>

export const presentHeld = ({ key, basis, names, unitId, inNameOf, until }: HeldRole): HeldRoleLine => ({
  key,
  basis,
  names: names && { ...names },
  unitId,
  inNameOf,
  until,
})

export function presentAssignment(
  { id, role, unitId, fromOn, untilOn }: Assignment,
  { roles, ownUnitId, today }: { roles: Roles; ownUnitId: string | null; today: Day },
): AssignmentLine {
  const isOver = untilOn !== null && untilOn < today
  const isComing = fromOn !== null && fromOn > today
  const names = roles.get(role)?.names ?? null
  return {
    id,
    role,
    names: names && { ...names },
    unitId: unitId ?? ownUnitId,
    isOwnUnit: unitId === null,
    fromOn,
    untilOn,
    state: isOver ? 'over' : isComing ? 'coming' : 'now',
  }
}

export function presentDelegation(
  delegation: Delegation & { readonly roles: readonly string[] | null },
  { roles, people, actor, today }: { roles: Roles; people: People; actor: Actor; today: Day },
): DelegationLine {
  const { id, fromAccount, toAccount, fromOn, untilOn, createdBy, revokedOn } = delegation
  const person = (accountId: string) => {
    const { name = '', unitId = null } = people.get(accountId) ?? {}
    return { id: accountId, name, unitId }
  }
  const from = person(fromAccount)
  const maySpeak =
    fromAccount === actor.userId || isAllowed(ownGrants(actor.grants), 'identity.delegate', [from.unitId])
  return {
    id,
    from,
    to: person(toAccount),
    roles:
      delegation.roles?.map((role) => {
        const names = roles.get(role)?.names ?? null
        return { role, names: names && { ...names } }
      }) ?? null,
    fromOn,
    untilOn,
    setBy: person(createdBy).name,
    state: revokedOn !== null ? 'revoked' : fromOn > today ? 'coming' : 'now',
    mayRevoke: revokedOn === null && maySpeak,
  }
}
