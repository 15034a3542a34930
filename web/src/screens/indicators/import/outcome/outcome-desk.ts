import type { TableSteps } from '../../../../api/indicator-sheets.ts'
import type { TableDraft } from '../mapping/use-table-draft.ts'

/** What can be done about what the check found. */
export interface OutcomeDesk {
  readonly draft: TableDraft
  readonly steps: TableSteps
  readonly onCheck: () => void
}
