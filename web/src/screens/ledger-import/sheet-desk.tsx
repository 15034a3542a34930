import { Alert } from 'antd'
import { useState } from 'react'
import { type SheetImport, useSheetSteps } from '../../api/sheets.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'
import { DecideBar } from './decide-bar.tsx'
import { MappingPanel } from './mapping/mapping-panel.tsx'
import { useMappingDraft } from './mapping/use-mapping-draft.ts'
import { OutcomeTabs } from './outcome/outcome-tabs.tsx'

/** Nothing is under way: the mapping can be changed, the rows checked, and sound rows entered. */
export function SheetDesk({ sheet }: { sheet: SheetImport }) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const steps = useSheetSteps(sheet.id)
  const mapping = useMappingDraft(sheet)
  const isChecked = sheet.state === 'ready'
  const [isOpen, setOpen] = useState(!isChecked)
  const error = steps.check.error ?? steps.start.error ?? steps.propose.error
  const check = () => steps.check.mutate(mapping.draft)
  return (
    <>
      {sheet.failure && (
        <Alert
          className="sheet-alert"
          type="error"
          role="alert"
          showIcon
          title={t('import.failed')}
          description={sheet.failure.sentence}
        />
      )}
      {sheet.state === 'cancelled' && (
        <Alert className="sheet-alert" type="info" role="status" showIcon title={t('import.cancelled')} />
      )}
      {sheet.isRemembered && !isChecked && (
        <Alert className="sheet-alert" type="info" role="status" showIcon title={t('import.remembered')} />
      )}
      <DecideBar sheet={sheet} mapping={mapping} steps={steps} onCheck={check} />
      {error && <Alert className="sheet-alert" type="error" role="alert" showIcon title={sentence(error)} />}
      <details
        className="sheet-mapping"
        open={isOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>{t('import.mapping')}</summary>
        {isOpen && <MappingPanel sheet={sheet} mapping={mapping} propose={steps.propose} />}
      </details>
      {isChecked && <OutcomeTabs sheet={sheet} mapping={mapping} onCheck={check} />}
    </>
  )
}
