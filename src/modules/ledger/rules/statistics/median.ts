/** So many items took so many whole days. */
export interface Taking {
  readonly days: number
  readonly count: number
}

/** The median of whole days as a decimal: of an even number of items the mean of the two in the middle. */
export function median(takings: readonly Taking[]): { days: string | null; count: number } {
  const sorted = takings.toSorted((a, b) => a.days - b.days)
  const count = sorted.reduce((sum, taking) => sum + taking.count, 0)
  if (count === 0) return { days: null, count: 0 }
  const at = (position: number) => {
    let passed = 0
    for (const { days, count } of sorted) {
      passed += count
      if (passed > position) return days
    }
    throw new RangeError(`No item stands at ${position}`)
  }
  const twice = at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))
  return { days: `${twice / 2}`, count }
}
