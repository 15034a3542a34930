import type { UnitStanding } from '../../../api/measured-units.ts'

/** How often a unit stands first, among the first three, and last, of so many places. */
export function summaryOf(standings: readonly UnitStanding[]) {
  const ranked = standings.flatMap(({ rank, of, sharedBy }) =>
    rank === null ? [] : [{ rank, of, sharedBy }],
  )
  return {
    ranked: ranked.length,
    first: ranked.filter(({ rank }) => rank === 1).length,
    firstThree: ranked.filter(({ rank }) => rank <= 3).length,
    last: ranked.filter(({ rank, of, sharedBy }) => rank > 1 && rank + sharedBy - 1 === of).length,
  }
}
