import { invalid, notFound } from '../../../../kernel/errors.ts'
import type { Chains, FollowedPart } from '../../queries/matters/load-chains.ts'
import type { PartRef } from '../../schema/matter.ts'

/**
 * The shortfalls that a person named, each once.
 * @throws `reviews.no-such-part`, `reviews.parts-of-several-units`
 */
export function requireParts(
  { parts }: Pick<Chains, 'parts'>,
  refs: readonly PartRef[],
  unitId?: string,
): FollowedPart[] {
  const found = new Map(
    refs.map((ref) => {
      const part = parts.get(ref.id)
      if (part?.kind !== ref.kind) throw notFound('reviews.no-such-part', { id: ref.id })
      return [part.id, part]
    }),
  )
  const units = new Set([...found.values()].map((part) => part.unitId))
  if (units.size > 1 || (unitId !== undefined && !units.has(unitId))) {
    throw invalid('reviews.parts-of-several-units')
  }
  return [...found.values()]
}
