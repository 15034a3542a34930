import { Link } from '@tanstack/react-router'
import { Button, Progress } from 'antd'
import { useWords } from '../../i18n/use-words.ts'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'
import type { Receiving } from './use-receiving.ts'

/** The report on its way in: upload, reading, or the sentence of the refusal. */
export function ReceiveStatus({ receiving, onDismiss }: { receiving: Receiving; onDismiss: () => void }) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const { name, stage, share, existingId } = receiving
  if (stage === 'refused') {
    return (
      <div className="receive-status is-refused" role="alert">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 2 19 17H1zM10 7v5M10 14v1.2" />
        </svg>
        <div>
          <strong>{t('reports.refused', { name })}</strong>
          <p>{sentence(receiving.error)}</p>
        </div>
        {existingId && (
          <Link to="/reports/$reportId" params={{ reportId: existingId }} search={{}}>
            {t('reports.open-existing')}
          </Link>
        )}
        <Button onClick={onDismiss}>{t('reports.dismiss')}</Button>
      </div>
    )
  }
  return (
    <div className="receive-status" role="status">
      <Progress type="circle" size={26} percent={Math.round(share * 100)} showInfo={false} strokeWidth={12} />
      <p>{stage === 'sending' ? t('reports.sending', { name }) : t('reports.reading', { name })}</p>
    </div>
  )
}
