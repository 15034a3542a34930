import type { Reach } from '../../../kernel/permissions.ts'

interface Held {
  readonly id: string
  /** Where it is held: the assignment's unit or else the account's. */
  readonly unitId: string | null
  /** Whether the role is a unit's (`isOfUnit`). */
  readonly isOfUnit: boolean
}

/**
 * Which of a person's assignments somebody else may hand over for them: the security administrator (`any`) all, a superior
 * those of a unit's role at a unit of theirs. A role for the whole city is no superior's to lend.
 */
export function handableBy<Assigned extends Held>(reach: Reach, held: readonly Assigned[]): Assigned[] {
  if (reach === 'any') return [...held]
  return held.filter(({ unitId, isOfUnit }) => isOfUnit && unitId !== null && reach.includes(unitId))
}

export type HandoverFault = 'nothing-to-delegate' | 'not-their-roles' | 'delegation-beyond-unit'

/** The assignments to hand over, or why not: all that may be (`null`), or those that are named. */
export function handedOver<Assigned extends Held>(
  asked: readonly string[] | null,
  { held, handable }: { held: readonly Assigned[]; handable: readonly Assigned[] },
): { ids: string[] } | { fault: HandoverFault } {
  if (asked === null) {
    if (held.length === 0) return { fault: 'nothing-to-delegate' }
    return handable.length > 0 ? { ids: handable.map(({ id }) => id) } : { fault: 'delegation-beyond-unit' }
  }
  if (asked.some((id) => !held.some((each) => each.id === id))) return { fault: 'not-their-roles' }
  if (asked.length === 0) return { fault: 'nothing-to-delegate' }
  const isBeyond = asked.some((id) => !handable.some((each) => each.id === id))
  return isBeyond ? { fault: 'delegation-beyond-unit' } : { ids: [...asked] }
}
