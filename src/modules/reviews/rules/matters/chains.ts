/** Two things that are one matter. */
export type Link = readonly [one: string, other: string]

/**
 * The chains that links make, each in the order given: what is linked over a third is linked, too. Who has no link is a
 * chain of one; a link to something not given is none. Near linear in ids and links.
 */
export function chainsOf(ids: readonly string[], links: readonly Link[]): string[][] {
  const above = new Map(ids.map((id) => [id, id]))
  const topOf = (id: string): string => {
    let top = id
    while (above.get(top) !== top) top = above.get(top)!
    for (let step = id; step !== top; ) {
      const next = above.get(step)!
      above.set(step, top)
      step = next
    }
    return top
  }
  for (const [one, other] of links) {
    if (above.has(one) && above.has(other)) above.set(topOf(one), topOf(other))
  }
  return [...Map.groupBy(ids, topOf).values()]
}
