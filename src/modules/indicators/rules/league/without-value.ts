import type { Ranking } from './rank-column.ts'

/** How many cohort members have no value, not reported or withdrawn, however the missing rule shows them. */
export function withoutValue({ ranked, apart, leftOut }: Ranking): number {
  return (
    ranked.filter(({ value }) => value === null).length +
    apart.filter(({ reason }) => reason === 'not-reported' || reason === 'withdrawn').length +
    leftOut.length
  )
}
