import type { ItemFilterQuery, Light, Share, StatisticsRow } from '../../schema.ts'
import { itemQuery } from './item-query.ts'
import { median, type Taking } from './median.ts'
import { rate } from './rate.ts'

/** What the store counts for one row. */
export interface RowCounts {
  readonly key: string | null
  readonly total: number
  readonly dispatched: number
  readonly open: number
  readonly closed: number
  readonly closedOnTime: number
  readonly closedByFirstDue: number
  readonly wasLate: number
  readonly wasReturned: number
  readonly wasPressed: number
  readonly overdue: number
  readonly lights: Readonly<Record<OpenLight, number>>
}

/** How long the stages of a row's items took. */
export interface RowStages {
  readonly sign: readonly Taking[]
  readonly work: readonly Taking[]
  readonly verify: readonly Taking[]
}

export const OPEN_LIGHTS = [
  'red',
  'orange',
  'yellow',
  'blue',
  'green',
  'none',
  'paused',
] as const satisfies Light[]
type OpenLight = (typeof OPEN_LIGHTS)[number]

/** Every count of a row with what it is a count of and the queries that open both. */
export function statisticsRow(filter: ItemFilterQuery, counts: RowCounts, stages: RowStages): StatisticsRow {
  const query = (more: ItemFilterQuery = {}) => itemQuery({ ...filter, ...more })
  const share = (
    [numerator, of]: [number, ItemFilterQuery],
    [denominator, among]: [number, ItemFilterQuery],
  ): Share => ({
    numerator,
    denominator,
    rate: rate(numerator, denominator),
    query: query(of),
    denominatorQuery: query(among),
  })
  const all = [counts.total, {}] satisfies [number, ItemFilterQuery]
  const dispatched = [counts.dispatched, { wasDispatched: true }] satisfies [number, ItemFilterQuery]
  const open = [counts.open, { isOpen: true }] satisfies [number, ItemFilterQuery]
  const closed: [number, ItemFilterQuery] = [counts.closed, { state: ['closed'] }]
  return {
    key: counts.key,
    total: counts.total,
    query: query(),
    dispatched: share(dispatched, all),
    open: share(open, all),
    closed: share(closed, dispatched),
    closedOnTime: share([counts.closedOnTime, { state: ['closed'], wasLate: false }], closed),
    closedByFirstDue: share([counts.closedByFirstDue, { isByFirstDue: true }], closed),
    // A recalled item has been late, returned or pressed all the same: these are shares of all.
    wasLate: share([counts.wasLate, { wasLate: true }], all),
    wasReturned: share([counts.wasReturned, { wasReturned: true }], all),
    wasPressed: share([counts.wasPressed, { wasPressed: true }], all),
    overdue: share([counts.overdue, { isOverdue: true }], open),
    lights: OPEN_LIGHTS.map((light) => ({
      light,
      ...share([counts.lights[light], { light: [light], isOpen: true }], open),
    })),
    medians: {
      sign: { ...median(stages.sign), query: query({ wasDispatched: true, wasSigned: true }) },
      work: { ...median(stages.work), query: query({ wasSigned: true, wasReported: true }) },
      verify: { ...median(stages.verify), query: query({ state: ['closed'], wasReported: true }) },
    },
  }
}
