import { Button } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { formatBytes } from './format-bytes.ts'
import type { Upload } from './use-evidence-queue.ts'

interface UploadListProps {
  readonly uploads: readonly Upload[]
  readonly onRetry: (key: number) => void
  readonly onDrop: (key: number) => void
}

/** Each file with how far it has come; a refusal stands at its file. */
export function UploadList({ uploads, onRetry, onDrop }: UploadListProps) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  if (uploads.length === 0) return null
  return (
    <ul className="uploads" aria-live="polite">
      {uploads.map(({ key, file, stage, share, error }) => (
        <li key={key} className={`upload is-${stage}`}>
          <span className="upload-name">{file.name}</span>
          <span className="soft figure">{formatBytes(file.size)}</span>
          <span className="upload-stage">
            {stage === 'sending'
              ? t('upload.sending', { percent: Math.round(share * 100) })
              : t(`upload.${stage}`)}
          </span>
          {stage === 'sending' && (
            <progress value={share} max={1} aria-label={t('upload.progress', { name: file.name })} />
          )}
          {stage === 'refused' && (
            <>
              <span className="upload-refusal" role="alert">
                {sentence(error)}
              </span>
              <span className="upload-acts">
                <Button size="small" onClick={() => onRetry(key)}>
                  {t('app.retry')}
                </Button>
                <Button size="small" onClick={() => onDrop(key)}>
                  {t('upload.drop')}
                </Button>
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
