import { useState } from 'react'
import type { CheckSheet, SheetField, SheetImport, SheetOptions } from '../../../api/sheets.ts'
import { type MappingFault, mappingFault } from './mapping-fault.ts'

export interface MappingDraft {
  readonly draft: CheckSheet
  /** Another one than was checked last. */
  readonly isChanged: boolean
  readonly fault: MappingFault | undefined
  readonly setField: (column: number, field: SheetField | null) => void
  readonly setOptions: (change: Partial<SheetOptions>) => void
}

/** The mapping as it is on screen, begun with the one that the server holds. */
export function useMappingDraft(sheet: SheetImport): MappingDraft {
  const [draft, setDraft] = useState(() => draftOf(sheet))
  return {
    draft,
    isChanged: JSON.stringify(draft) !== JSON.stringify(draftOf(sheet)),
    fault: mappingFault(draft.columns),
    setField: (column, field) =>
      setDraft((now) => ({
        ...now,
        // A field that another column held moves over.
        columns: now.columns.map((each, at) => (at === column ? field : each === field ? null : each)),
      })),
    setOptions: (change) => setDraft((now) => ({ ...now, options: { ...now.options, ...change } })),
  }
}

const draftOf = ({ columns, options }: SheetImport): CheckSheet => ({
  columns: columns.map(({ field }) => field),
  options,
})
