import { type SheetImport, useSheetSteps } from '../../api/sheets.ts'
import { useWords } from '../../i18n/use-words.ts'
import { WorkProgress } from '../../ui/sheet/work-progress.tsx'

/** The server is checking or entering rows. */
export function UnderWay({ sheet }: { sheet: SheetImport }) {
  const { t } = useWords()
  const { cancel } = useSheetSteps(sheet.id)
  const isRunning = sheet.state === 'running'
  return (
    <WorkProgress
      isRunning={isRunning}
      words={isRunning ? t('import.running-way') : t('import.checking-way')}
      cancelWord={isRunning ? t('import.cancel-run') : t('import.cancel-check')}
      done={sheet.rowsDone}
      total={sheet.rowsTotal}
      cancel={cancel}
    />
  )
}
