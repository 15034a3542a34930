import { decimalOf, type Fraction, fractionOf, over, plus, whole, ZERO } from '../exact/fraction.ts'

/** A former year: what was reached by the same time, and the year's total. Null where it was not reported. */
export interface FormerYear {
  readonly year: number
  readonly toDate: string | null
  readonly total: string | null
}

/** Which years a seasonal expectation rests on. */
export interface SeasonalYears {
  /** Newest first, each with its share in per cent to two decimals. */
  readonly used: readonly { readonly year: number; readonly percent: string }[]
  /** Newest first: years that lack one of the two numbers, or whose total is not above zero. */
  readonly skipped: readonly {
    readonly year: number
    readonly reason: 'incomplete' | 'total-not-above-zero'
  }[]
}

export type SeasonalShare =
  | { readonly kind: 'known'; readonly share: Fraction; readonly years: SeasonalYears }
  | { readonly kind: 'unknown'; readonly reason: 'no-complete-year' }

/**
 * The mean of the shares of the newest complete years, every year counting alike, so that one large year does not set
 * the season. Never guessed from none.
 */
export function seasonalShare(formerYears: readonly FormerYear[], most: number): SeasonalShare {
  const used: { year: number; percent: string }[] = []
  const skipped: { year: number; reason: 'incomplete' | 'total-not-above-zero' }[] = []
  let sum = ZERO
  for (const { year, toDate, total } of [...formerYears].sort((a, b) => b.year - a.year)) {
    if (used.length === most) break
    if (toDate === null || total === null) {
      skipped.push({ year, reason: 'incomplete' })
      continue
    }
    if (fractionOf(total).n <= 0n) {
      skipped.push({ year, reason: 'total-not-above-zero' })
      continue
    }
    const share = over(fractionOf(toDate), fractionOf(total))
    sum = plus(sum, share)
    used.push({ year, percent: decimalOf({ n: share.n * 100n, d: share.d }, 2) })
  }
  if (used.length === 0) return { kind: 'unknown', reason: 'no-complete-year' }
  return { kind: 'known', share: over(sum, whole(used.length)), years: { used, skipped } }
}
