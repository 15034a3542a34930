import type { Tally } from './tally.ts'

export const TABLE_HEAD = [
  '| part | cases | seconds | outcomes | slowest | crashes | half-writes / compared |',
  '|---|---:|---:|---|---|---:|---:|',
]

/** One part of the run as a row of the table. */
export function partLine(
  { part, cases, outcomes, slowest, faults, halfWrites, compared }: Tally,
  ms: number,
): string {
  const told = [...outcomes].sort((a, b) => b[1] - a[1])
  const more = told.length > 12 ? `, ${told.length - 12} more kinds` : ''
  const list = told.slice(0, 12).map(([outcome, count]) => `${outcome}: ${count}`)
  const cell = (text: string) => text.replaceAll('|', '\\|')
  return `| ${part} | ${cases} | ${Math.round(ms / 1000)} | ${cell(list.join(', '))}${more} | ${Math.round(slowest.ms)} ms, ${cell(slowest.what.slice(0, 80))} | ${faults.length - halfWrites} | ${halfWrites} / ${compared} |`
}
