import type { Column } from './column.ts'
import { formatScaled } from './format-scaled.ts'
import type { Group } from './gather-rows.ts'

/** What is published now for a group's indicator and period. */
export interface PublishedNow {
  readonly column: Column | undefined
  /** Footnotes in force by unit number. */
  readonly notes: Readonly<Record<string, string>>
}

/** Without the rows that say what is published already; withdrawing what was never there says nothing either. */
export function changedRows(group: Group, { column, notes }: PublishedNow): Group {
  if (!column) return { ...group, rows: group.rows.filter(({ value }) => value !== null) }
  const published = new Map(column.units.map((unit, at) => [unit, column.values[at]!]))
  const rows = group.rows.filter(({ unit, value, note }) => {
    const former = published.get(unit) ?? null
    const isSame = (former === null ? null : formatScaled(former, column.scale)) === value
    return !isSame || (note !== undefined && note !== '' && note !== notes[unit])
  })
  return { ...group, rows }
}
