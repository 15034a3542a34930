import { Button } from 'antd'
import type { SheetImport, useSheetSteps } from '../../api/sheets.ts'
import { useRefusalReason } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { GatedButton } from '../../ui/gated-button.tsx'
import type { MappingDraft } from './mapping/use-mapping-draft.ts'
import { CountsLine } from './outcome/counts-line.tsx'

interface DecideBarProps {
  sheet: SheetImport
  mapping: MappingDraft
  steps: ReturnType<typeof useSheetSteps>
  onCheck: () => void
}

/** What was counted, and the two steps on: check the rows, enter them. A step that cannot be taken says why. */
export function DecideBar({ sheet, mapping, steps, onCheck }: DecideBarProps) {
  const { t } = useWords()
  const mayCreate = useRefusalReason()('ledger.create')
  const { counts, state } = sheet
  const isChecked = state === 'ready' && counts !== null
  const rows = counts ? counts.added + counts.changed : 0
  const fault = mapping.fault && t(`import.fault.${mapping.fault}`)
  const whyNot = !isChecked
    ? undefined
    : counts.problemRows > 0
      ? t('import.unsound', { rows: counts.problemRows })
      : mapping.isChanged
        ? t('import.check-again-first')
        : rows === 0
          ? t('import.nothing-new')
          : mayCreate
  const isNext = isChecked && whyNot === undefined
  return (
    <section className="sheet-panel sheet-decide" aria-label={t('import.steps')}>
      {isChecked ? (
        <div>
          <CountsLine counts={counts} />
          <p className={whyNot ? 'sheet-why-not' : 'soft'} role="status">
            {whyNot ?? t('import.sound')}
          </p>
        </div>
      ) : (
        <p className={fault ? 'sheet-why-not' : 'soft'} role="status">
          {fault ?? t('import.check-way')}
        </p>
      )}
      <div className="sheet-decide-buttons">
        <GatedButton
          type={isNext ? 'default' : 'primary'}
          reason={fault}
          loading={steps.check.isPending}
          onClick={onCheck}
        >
          {isChecked ? t('import.check-again') : t('import.check')}
        </GatedButton>
        {isChecked &&
          (isNext ? (
            <Button type="primary" loading={steps.start.isPending} onClick={() => steps.start.mutate()}>
              {t('import.start', { rows })}
            </Button>
          ) : (
            <GatedButton reason={whyNot}>{t('import.start', { rows })}</GatedButton>
          ))}
      </div>
    </section>
  )
}
