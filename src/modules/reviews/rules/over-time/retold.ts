import { isSuggested, likeness } from '../likeness.ts'
import type { Link } from '../matters/chains.ts'

export interface Told {
  readonly id: string
  readonly unitId: string
  /** The quarter of the review. */
  readonly review: string
  readonly reportId: string
  readonly text: string
}

/**
 * Shortfalls that two reports of one review both tell, a printed report and a digest of it: each later one with the first
 * that it is like. What one report holds apart is never linked. Quadratic only in what one review says of one unit.
 */
export function retold(told: readonly Told[]): Link[] {
  const groups = Map.groupBy(told, ({ unitId, review }) => `${unitId} ${review}`)
  return [...groups.values()].flatMap((group) => {
    const links: Link[] = []
    const taken = new Set<string>()
    for (const [at, one] of group.entries()) {
      const others = group
        .slice(0, at)
        .filter(({ id, reportId }) => reportId !== one.reportId && !taken.has(`${id} ${one.reportId}`))
      const twin =
        others.find(({ text }) => text === one.text) ??
        others.find(({ text }) => isSuggested(likeness(text, one.text)))
      if (!twin) continue
      links.push([twin.id, one.id])
      taken.add(`${twin.id} ${one.reportId}`)
    }
    return links
  })
}

/** Of the statements of one review, those of the report that tells most: what several tell is counted once. */
export function fullest<S extends { readonly reportId: string }>(statements: readonly S[]): readonly S[] {
  const byReport = [...Map.groupBy(statements, ({ reportId }) => reportId).values()]
  return byReport.reduce<readonly S[]>((most, own) => (own.length > most.length ? own : most), [])
}
