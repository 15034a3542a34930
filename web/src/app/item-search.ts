import { dayIn, type Raw, textIn } from './search-values.ts'

const BY = ['unit', 'origin', 'theme', 'month', 'kind'] as const
export type StatisticsBy = (typeof BY)[number]

/** What of one item is shown: as it stands, or its story. */
export function readItemSearch(raw: Raw): { view?: 'story' } {
  return raw.view === 'story' ? { view: 'story' } : {}
}

/** Whose day is shown to somebody who sees several units. */
export function readMyUnitSearch(raw: Raw): { unitId?: string } {
  const unitId = textIn(raw, 'unitId')
  return unitId === undefined ? {} : { unitId }
}

/** How the ledger is counted, and as of which day. */
export function readStatisticsSearch(raw: Raw): { by?: StatisticsBy; asOf?: string } {
  const by = BY.find((each) => each === raw.by)
  const asOf = dayIn(raw, 'asOf')
  return { ...(by && by !== 'unit' ? { by } : {}), ...(asOf === undefined ? {} : { asOf }) }
}
