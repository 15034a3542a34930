import type { FollowedShortfall, OverTime } from '../../../api/review-over-time.ts'
import type { OverTimeSearch } from '../../../app/review-search.ts'

/** Which list the address names: all reviews together, one review, or what one unit forgot. */
export const ALL = 'all'
export const forgottenBy = (unitId: string) => `unit-${unitId}`

/**
 * The shortfalls of an open list; undefined when none is open. Without a fate, all that a next review could judge: the
 * denominator of the share.
 */
export function listedShortfalls(
  { reviews, forgotten }: Pick<OverTime, 'reviews' | 'forgotten'>,
  { list, fate }: Pick<OverTimeSearch, 'list' | 'fate'>,
): FollowedShortfall[] | undefined {
  if (!list) return undefined
  const all = reviews.flatMap(({ shortfalls }) => shortfalls)
  const unit = forgotten.find(({ unitId }) => forgottenBy(unitId) === list)
  if (unit) return all.filter(({ id }) => unit.shortfallIds.includes(id))
  const within = list === ALL ? all : (reviews.find(({ review }) => review === list)?.shortfalls ?? [])
  return within.filter((one) => (fate ? one.fate === fate : one.fate !== 'too-early'))
}
