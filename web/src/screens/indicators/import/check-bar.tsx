import type { TableImport, TableSteps } from '../../../api/indicator-sheets.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import type { TableDraft } from './mapping/use-table-draft.ts'
import { TableCounts } from './outcome/table-counts.tsx'
import { useHindrance } from './use-hindrance.ts'

interface CheckBarProps {
  table: TableImport
  draft: TableDraft
  steps: TableSteps
  onCheck: () => void
}

/** What was counted, what stands in the way of publication, and the check. */
export function CheckBar({ table, draft, steps, onCheck }: CheckBarProps) {
  const { t } = useWords()
  const hindrance = useHindrance(table)
  const { counts, state } = table
  const isChecked = state === 'ready' && counts !== null
  const fault = draft.fault && t(`table-import.fault.${draft.fault}`)
  const whyNot = draft.isChanged ? t('import.check-again-first') : hindrance
  // The next step is the check, unless nothing is left to mend.
  const isNext = isChecked && !draft.isChanged && counts.problems + counts.blocking === 0
  return (
    <section className="sheet-panel sheet-decide" aria-label={t('table-import.steps')}>
      {isChecked ? (
        <div>
          <TableCounts counts={counts} />
          <p className={whyNot ? 'sheet-why-not' : 'soft'} role="status">
            {whyNot ?? t('table-import.sound')}
          </p>
        </div>
      ) : (
        <p className={fault ? 'sheet-why-not' : 'soft'} role="status">
          {fault ?? t('table-import.check-way')}
        </p>
      )}
      <div className="sheet-decide-buttons">
        <GatedButton
          type={isNext ? 'default' : 'primary'}
          reason={fault}
          loading={steps.check.isPending}
          onClick={onCheck}
        >
          {isChecked ? t('import.check-again') : t('table-import.check')}
        </GatedButton>
      </div>
    </section>
  )
}
