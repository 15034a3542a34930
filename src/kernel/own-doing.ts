import type { Actor } from './context.ts'
import { inNamesOf } from './permissions.ts'

interface Doing {
  /** What the actor is about to do, and where. */
  readonly permission: string
  readonly unitIds?: readonly (string | null)[]
  /** Who did what is to be judged, and for whom. */
  readonly by: string
  readonly inNameOf: readonly string[]
}

/**
 * Whether somebody would judge what they did themselves, by their own hand or by that of their stand-in, or now in the name
 * of somebody who did it or for whom it was done. Standing in is no way round four eyes.
 */
export function isOwnDoing(
  { userId, grants }: Pick<Actor, 'userId' | 'grants'>,
  { permission, unitIds, by, inNameOf }: Doing,
): boolean {
  const doers = [by, ...inNameOf]
  const judges = [userId, ...inNamesOf(grants, permission, unitIds).map(({ id }) => id)]
  return judges.some((id) => doers.includes(id))
}
