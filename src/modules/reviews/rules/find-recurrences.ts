import { isSuggested, type Likeness, likenessOf, tellingOf } from './likeness.ts'

/** A shortfall of one unit in one report; reports are put in order by when their meetings were. */
export interface FoundShort {
  readonly id: string
  readonly unitId: string
  readonly reportId: string
  /** The review that the report is of; two reports of one quarter's review are told as one. */
  readonly review: string
  readonly subject: string
  /** Sorts reports by time: a later meeting sorts after. */
  readonly at: string
}

export interface Pair<S extends FoundShort> extends Likeness {
  readonly earlier: S
  readonly later: S
}

/**
 * Matters that may have come back: for each shortfall the likeliest one of the same unit in each earlier review.
 * Pairs that a person has decided are kept whatever their likeness. Latest first, then the likeliest.
 */
export function findRecurrences<S extends FoundShort>(
  shortfalls: readonly S[],
  isDecided: (earlier: S, later: S) => boolean,
): Pair<S>[] {
  const pairs: Pair<S>[] = []
  const telling = new Map(shortfalls.map(({ id, subject }) => [id, tellingOf(subject)]))
  for (const later of shortfalls) {
    const before = shortfalls.filter((one) => one.unitId === later.unitId && isBefore(one, later))
    for (const inReview of Map.groupBy(before, (one) => one.review).values()) {
      const alike = inReview
        .map((earlier) => ({
          earlier,
          later,
          ...likenessOf(telling.get(earlier.id)!, telling.get(later.id)!),
        }))
        .sort((a, b) => b.likeness - a.likeness)
      pairs.push(
        ...alike.filter((pair, i) => isDecided(pair.earlier, later) || (i === 0 && isSuggested(pair))),
      )
    }
  }
  return pairs.sort((a, b) => compare(b.later.at, a.later.at) || b.likeness - a.likeness)
}

function isBefore(one: FoundShort, other: FoundShort): boolean {
  return one.review !== other.review && compare(one.at, other.at) < 0
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
