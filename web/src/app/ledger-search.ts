import { dayIn, flagIn, freeListIn, listIn, type Raw, textIn } from './search-values.ts'

export const LEDGER_VIEWS = ['table', 'board', 'timeline', 'calendar'] as const
export const ITEM_STATES = [
  'draft',
  'reviewed',
  'dispatched',
  'signed',
  'in-progress',
  'reported',
  'under-verification',
  'returned',
  'closed',
  'suspended',
  'withdrawn',
] as const
export const LIGHTS = [
  'red',
  'orange',
  'yellow',
  'blue',
  'green',
  'none',
  'paused',
  'done-late',
  'done',
] as const
export const ITEM_KINDS = ['plan', 'problem', 'manifestation', 'task', 'sub-task'] as const
export const ORIGINS = [
  'quarterly-meeting',
  'standing-committee',
  'special-meeting',
  'instruction',
  'supervision',
  'public-commitment',
  'inspection',
  'other',
] as const
export const PRIORITIES = ['top', 'urgent', 'normal'] as const
export const SOURCES = ['statement', 'by-hand', 'import'] as const
export const TIME_SCALES = ['month', 'quarter', 'year'] as const

const SORT_KEYS = ['number', 'dueOn', 'lead', 'progress', 'createdAt', 'changedAt'] as const
const SORTS = SORT_KEYS.flatMap((key) => [key, `-${key}`] as const)

/** Filters that take several values, joined by commas in the address. */
export const LISTS = {
  state: ITEM_STATES,
  light: LIGHTS,
  kind: ITEM_KINDS,
  origin: ORIGINS,
  priority: PRIORITIES,
} as const
/** Filters of several values that are not known beforehand. */
export const FREE_LISTS = ['id'] as const
/** Filters that hold or do not. */
export const FLAGS = [
  'isOpen',
  'isOverdue',
  'isDueSoon',
  'wasLate',
  'wasReturned',
  'wasPressed',
  'wasReopened',
  'wasDispatched',
  'wasSigned',
  'wasReported',
  'wasExtended',
  'isByFirstDue',
  'hasDue',
  'hasTheme',
  'hasIssued',
  'isLeaf',
] as const
export const DAYS = [
  'issuedFrom',
  'issuedTo',
  'dueFrom',
  'dueTo',
  'closedFrom',
  'closedTo',
  'dispatchedFrom',
  'dispatchedTo',
] as const
const TEXTS = ['q', 'leadUnitId', 'unitId', 'theme', 'tag', 'reportId', 'under', 'waits', 'drill'] as const

/** What the ledger shows, kept in the address so that it can be sent to a colleague. */
export interface LedgerSearch
  extends Partial<
    Record<
      keyof typeof LISTS | (typeof FREE_LISTS)[number] | (typeof DAYS)[number] | (typeof TEXTS)[number],
      string
    > &
      Record<(typeof FLAGS)[number], boolean>
  > {
  view?: (typeof LEDGER_VIEWS)[number]
  source?: (typeof SOURCES)[number]
  /** The ledger as it stood at the end of this day. */
  asOf?: string
  sort?: (typeof SORTS)[number]
  page?: number
  /** How much time the timeline shows, and from which month it or the calendar begins, `YYYY-MM`. */
  scale?: (typeof TIME_SCALES)[number]
  month?: string
}

export function readLedgerSearch(raw: Raw): LedgerSearch {
  const page = Number(raw.page)
  const month = textIn(raw, 'month')
  return {
    ...pick(raw, 'view', LEDGER_VIEWS),
    ...some(TEXTS, (name) => textIn(raw, name)),
    ...some(Object.keys(LISTS) as (keyof typeof LISTS)[], (name) => listIn(raw, name, LISTS[name])),
    ...some(FREE_LISTS, (name) => freeListIn(raw, name)),
    ...some(FLAGS, (name) => flagIn(raw, name)),
    ...some(DAYS, (name) => dayIn(raw, name)),
    ...some(['asOf'] as const, (name) => dayIn(raw, name)),
    ...pick(raw, 'source', SOURCES),
    ...pick(raw, 'sort', SORTS),
    ...pick(raw, 'scale', TIME_SCALES),
    ...(month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {}),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}

function some<Name extends string, Value>(names: readonly Name[], read: (name: Name) => Value | undefined) {
  const found = names.map((name) => [name, read(name)] as const).filter(([, value]) => value !== undefined)
  return Object.fromEntries(found) as Partial<Record<Name, Value>>
}

function pick<Name extends string, Value extends string>(raw: Raw, name: Name, values: readonly Value[]) {
  const value = values.find((candidate) => candidate === raw[name])
  return (value === undefined ? {} : { [name]: value }) as Partial<Record<Name, Value>>
}
