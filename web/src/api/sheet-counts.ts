import type { Line } from './review-model.ts'

type Counted = Pick<Line, 'side' | 'included' | 'words'> & { readonly stale: object | null }

/** What the server counts of a sheet's lines, for lines that were changed here. */
export function sheetCounts(lines: readonly Counted[]) {
  const count = (isCounted: (line: Counted) => boolean) => lines.filter(isCounted).length
  return {
    strengths: count(({ side }) => side === 'strength'),
    shortfalls: count(({ side }) => side === 'shortfall'),
    followUps: count(({ side }) => side === 'follow-up'),
    leftOut: count(({ included }) => !included),
    worded: count(({ words }) => words !== null),
    stale: count(({ included, stale }) => included && stale !== null),
  }
}
