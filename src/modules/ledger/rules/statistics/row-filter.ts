import { type Day, daysInMonth } from '../../../../kernel/day.ts'
import type { ItemFilterQuery, ItemKind, Origin, StatisticsBy } from '../../schema.ts'

/** The items of one row: those of the whole filter that have its key. */
export function rowFilter(base: ItemFilterQuery, by: StatisticsBy, key: string | null): ItemFilterQuery {
  switch (by) {
    case 'unit':
      return { ...base, leadUnitId: key ?? 'none' }
    case 'theme':
      return key === null ? { ...base, hasTheme: false } : { ...base, theme: key }
    case 'origin':
      return { ...base, origin: [key as Origin] }
    case 'kind':
      return { ...base, kind: [key as ItemKind] }
    case 'month': {
      if (key === null) return { ...base, hasIssued: false }
      const { from, to } = daysOf(key)
      return {
        ...base,
        issuedFrom: later(base.issuedFrom, from),
        issuedTo: earlier(base.issuedTo, to),
      }
    }
  }
}

function daysOf(month: string): { from: Day; to: Day } {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return { from: `${month}-01`, to: `${month}-${String(daysInMonth(year, number)).padStart(2, '0')}` }
}

function later(given: Day | undefined, day: Day): Day {
  return given !== undefined && given > day ? given : day
}

function earlier(given: Day | undefined, day: Day): Day {
  return given !== undefined && given < day ? given : day
}
