import type { ReadReport } from '../model.ts'
import { findGrowth } from './find-growth.ts'
import type { GrowthStatement, Indicator } from './growth-statement.ts'

/** A year's target beside what the next report says was reached. */
export interface TargetRow {
  indicator: Indicator
  year: number
  target: GrowthStatement | null
  result: GrowthStatement | null
  /** Result less target in percentage points, from the lower end of a range; null where either has no number. */
  gap: number | null
}

/** Links the target that the report of a year sets to the result in the report of the next, by indicator and year. */
export function linkTargets(reports: readonly ReadReport[]): TargetRow[] {
  const rows = new Map<string, TargetRow>()
  for (const report of reports)
    for (const statement of findGrowth(report)) {
      const { indicator, year, role } = statement
      const key = `${indicator} ${year}`
      const row = rows.get(key) ?? { indicator, year, target: null, result: null, gap: null }
      row[role] ??= statement
      rows.set(key, row)
    }
  for (const row of rows.values()) row.gap = gapOf(row)
  return [...rows.values()].sort(
    (one, other) => one.indicator.localeCompare(other.indicator) || one.year - other.year,
  )
}

function gapOf({ target, result }: TargetRow): number | null {
  if (target?.low == null || result?.low == null) return null
  return Math.round((result.low - target.low) * 100) / 100
}
