import type { Item } from '../../schema.ts'
import type { ListedStanding, RowContext } from './imported-item.ts'
import type { DayContext } from './office-day.ts'
import { percentOf, type RowReader } from './row-reader.ts'

/** What a row says of an item's life so far. */
export function readStanding(reader: RowReader, context: RowContext): ListedStanding {
  const at: DayContext = { today: context.today, year: context.year, edge: 'last' }
  const day = (field: 'dispatchedOn' | 'signedOn' | 'finishedOn' | 'closedOn' | 'firstDueOn') =>
    reader.day(field, at).day
  const standing = {
    state: reader.word<Item['state']>('state', 'state'),
    progress: readProgress(reader, context),
    dispatchedOn: day('dispatchedOn'),
    signedOn: day('signedOn'),
    finishedOn: day('finishedOn'),
    closedOn: day('closedOn'),
    firstDueOn: day('firstDueOn'),
    wasLate: reader.flag('wasLate'),
  }
  return { ...standing, state: standing.state ?? impliedState(standing) }
}

/** A row without a state that was closed on a day is closed; one with progress is being worked on. */
function impliedState({ closedOn, progress }: Omit<ListedStanding, 'state'>): Item['state'] | null {
  if (closedOn !== null) return 'closed'
  return progress !== null && progress > 0 ? 'in-progress' : null
}

/** Per cent, at most two decimals: 85%, 85, 完成85%, and 0.85 where the column holds fractions. */
function readProgress(reader: RowReader, { progressIsFraction }: RowContext): number | null {
  const cell = reader.cell('progress')
  const text = reader.text('progress').normalize('NFKC')
  if (text === '' || /^[-/—]+$/.test(text)) return null
  const isFraction = progressIsFraction && /^\d+(\.\d+)?$/.test(text)
  const named = /(?<!\d)(\d+(?:\.\d+)?)%/.exec(text)?.[1] ?? (/^\d+(?:\.\d+)?$/.test(text) ? text : undefined)
  const value =
    typeof cell === 'object' && cell?.kind === 'percent'
      ? percentOf(cell.fraction)
      : isFraction
        ? percentOf(Number(text))
        : Math.round(Number(named) * 100) / 100
  if (value >= 0 && value <= 100) return value
  reader.problem('progress', 'ledger.sheet-progress-wrong', { value: text.slice(0, 40) })
  return null
}
