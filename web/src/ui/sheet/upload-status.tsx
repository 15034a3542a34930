import { Alert, Progress } from 'antd'
import { useWords } from '../../i18n/use-words.ts'
import { useProblemSentence } from '../use-problem-sentence.ts'

interface UploadStatusProps {
  name: string
  share: number
  error: unknown
  onDismiss: () => void
}

/** The spreadsheet on its way in: bytes going up, the server reading, or the sentence of the refusal. */
export function UploadStatus({ name, share, error, onDismiss }: UploadStatusProps) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  if (error)
    return (
      <Alert
        className="sheet-alert"
        type="error"
        role="alert"
        showIcon
        title={t('reports.refused', { name })}
        description={sentence(error)}
        closable={{ onClose: onDismiss, 'aria-label': t('app.close') }}
      />
    )
  return (
    <div className="sheet-sending" role="status">
      <span>{share < 1 ? t('reports.sending', { name }) : t('import.reading', { name })}</span>
      <Progress percent={Math.round(share * 100)} size="small" />
    </div>
  )
}
