import type { Group } from './gather-rows.ts'

/** A block with its arrays as PostgreSQL writes them. */
export interface CanonicalBlock {
  readonly indicator: number
  readonly period: number
  readonly units: string
  readonly values: string
  readonly notes: Readonly<Record<string, string>> | null
}

/** One line for a block, the same whoever writes it: what the hash of a vintage covers, by indicator and period. */
export function canonicalBlock({ indicator, period, units, values, notes }: CanonicalBlock): string {
  const sorted = notes && Object.entries(notes).sort(([a], [b]) => Number(a) - Number(b))
  return `${indicator}\t${period}\t${units}\t${values}\t${sorted ? JSON.stringify(sorted) : ''}\n`
}

/** The block of a group of rows. */
export function blockOf({ indicator, period, rows }: Group): CanonicalBlock {
  const noted = rows.filter(({ note }) => note)
  return {
    indicator,
    period,
    units: `{${rows.map(({ unit }) => unit).join(',')}}`,
    values: `{${rows.map(({ value }) => value ?? 'NULL').join(',')}}`,
    notes: noted.length > 0 ? Object.fromEntries(noted.map(({ unit, note }) => [unit, note!])) : null,
  }
}
