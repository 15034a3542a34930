const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

export interface AnsweringLine {
  /** What the line is about, and what it opens: each may name a shortfall or a matter by its id. */
  readonly key: string
  readonly sources: readonly { readonly href: string }[]
  /** Sorts by time: the review that the line was told at. */
  readonly at: string
  readonly review: string
}

/** A shortfall that may be meant. */
export interface KnownPart {
  readonly id: string
  readonly at: string
  readonly review: string
  readonly matterId: string | null
}

/** The shortfalls of one unit. */
export interface KnownParts {
  readonly byId: ReadonlyMap<string, KnownPart>
  readonly byMatter: ReadonlyMap<string | null, readonly KnownPart[]>
}

/**
 * The earlier shortfalls that a line answers: those that its key or a source names, those that a line of an earlier book
 * answered which it names (what was followed up once is followed up again), and of a matter that is named those of its
 * latest review before the line's own.
 */
export function answeredParts(
  line: AnsweringLine,
  known: KnownParts,
  answeredBefore: ReadonlyMap<string, readonly string[]> = new Map(),
): string[] {
  const hrefs = line.sources.map(({ href }) => href)
  const named = [line.key, ...hrefs].flatMap((text) => text.match(UUID) ?? [])
  const isEarlier = (part: KnownPart) => part.review !== line.review && part.at < line.at
  const direct = [...named, ...named.flatMap((id) => answeredBefore.get(id) ?? [])]
    .flatMap((id) => known.byId.get(id) ?? [])
    .filter(isEarlier)
  const ofMatters = named.flatMap((matterId) => {
    const parts = (known.byMatter.get(matterId) ?? []).filter(isEarlier)
    const last = parts.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
    return parts.filter(({ review }) => review === last?.review)
  })
  return [...new Set([...direct, ...ofMatters].map(({ id }) => id))]
}
