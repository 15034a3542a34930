import { Alert, Button, Progress } from 'antd'
import { type SheetImport, useSheetSteps } from '../../api/sheets.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'

/** The server is checking or entering rows: how far it is, and the way to stop it. */
export function UnderWay({ sheet }: { sheet: SheetImport }) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const { cancel } = useSheetSteps(sheet.id)
  const { rowsDone: done, rowsTotal: total } = sheet
  const share = total ? Math.min(100, Math.floor((done / total) * 100)) : 0
  const isRunning = sheet.state === 'running'
  return (
    <section className="sheet-panel sheet-under-way" aria-label={t(`import.state.${sheet.state}`)}>
      <p role="status">{isRunning ? t('import.running-way') : t('import.checking-way')}</p>
      <Progress percent={share} strokeLinecap="butt" status="active" aria-label={t('import.progress')} />
      <div className="sheet-under-way-line">
        <span className="figure">
          {total ? t('import.rows-of', { done, total }) : t('import.rows-done', { done })}
        </span>
        <Button onClick={() => cancel.mutate()} loading={cancel.isPending}>
          {isRunning ? t('import.cancel-run') : t('import.cancel-check')}
        </Button>
      </div>
      {cancel.error && <Alert type="error" role="alert" title={sentence(cancel.error)} />}
    </section>
  )
}
