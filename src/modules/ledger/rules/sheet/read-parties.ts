import type { Day } from '../../../../kernel/day.ts'
import dayWords from './day-words.json' with { type: 'json' }
import type { RowContext } from './imported-item.ts'
import { readList } from './list-text.ts'
import type { RowReader } from './row-reader.ts'
import { type NamedUnits, splitUnitNames } from './split-unit-names.ts'

const NONE = new RegExp(dayWords.none, 'i')
const MOST_UNITS = 50
const NOBODY: NamedUnits = { unitIds: [], supportingIds: [], words: [], unresolved: [] }

export interface Parties {
  readonly leadUnitId: string | null
  readonly supportingUnitIds: string[]
  readonly responsibleText: string[]
}

/**
 * Who leads and who supports, as the names were valid on the day. The first of several leading units leads, the others
 * support, which is said; names that the register does not have refuse the row unless they are to be kept as words.
 */
export function readParties(reader: RowReader, context: RowContext, day: Day): Parties {
  const lead = namedIn(reader, 'lead', context, day)
  const supporting = namedIn(reader, 'supporting', context, day)
  const [leadUnitId = null, ...others] = lead.unitIds
  if (others.length > 0)
    reader.warn('lead', 'ledger.sheet-several-leads', { value: reader.text('lead').slice(0, 100) })
  const support = [...others, ...lead.supportingIds, ...supporting.unitIds, ...supporting.supportingIds]
  const supportingUnitIds = [...new Set(support)].filter((id) => id !== leadUnitId)
  if (supportingUnitIds.length > MOST_UNITS) {
    reader.problem('supporting', 'ledger.sheet-units-many', {
      count: supportingUnitIds.length,
      limit: MOST_UNITS,
    })
  }
  const kept = context.keepsUnknownUnits ? [...lead.unresolved, ...supporting.unresolved] : []
  const words = [
    ...lead.words,
    ...supporting.words,
    ...kept,
    ...readList(reader.text('responsibleText', 1000)),
  ]
  return { leadUnitId, supportingUnitIds, responsibleText: [...new Set(words)] }
}

function namedIn(reader: RowReader, field: 'lead' | 'supporting', context: RowContext, day: Day): NamedUnits {
  const text = reader.text(field, 1000)
  if (text === '' || NONE.test(text)) return NOBODY
  const named = splitUnitNames(text, (name) => context.resolveUnit(name, day))
  if (named.unresolved.length > 0) {
    const details = { names: named.unresolved }
    if (context.keepsUnknownUnits) reader.warn(field, 'ledger.sheet-unit-kept', details)
    else reader.problem(field, 'ledger.sheet-unit-unknown', details)
  }
  return named
}
