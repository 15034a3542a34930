import { Alert, App, Input, Modal } from 'antd'
import { useState } from 'react'
import { useReadingSteps } from '../../../../api/readings.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../../ui/use-problem-sentence.ts'
import { periodWords } from '../../parts/periods.ts'

interface PublishDialogProps {
  period: string
  count: number
  onClose: () => void
}

/** Publishes what is verified of a period as the next vintage. */
export function PublishDialog({ period, count, onClose }: PublishDialogProps) {
  const { t, locale } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { publish } = useReadingSteps()
  const [source, setSource] = useState('')
  const [note, setNote] = useState('')
  const send = () =>
    publish.mutate(
      { period, source: source.trim(), note: note.trim() },
      {
        onSuccess: ({ number }) => {
          message.success(t('entry.published-as', { number }))
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={t('entry.publish-title', { period: periodWords(locale, period), count })}
      okText={t('entry.publish-now')}
      okButtonProps={{ loading: publish.isPending, disabled: source.trim() === '' }}
      onOk={send}
      onCancel={onClose}
    >
      <p className="soft">{t('entry.publish-way')}</p>
      <label htmlFor="publish-source">{t('table-import.source')}</label>
      <Input
        id="publish-source"
        autoFocus
        maxLength={200}
        placeholder={t('entry.source-example')}
        value={source}
        onChange={({ target }) => setSource(target.value)}
      />
      <label htmlFor="publish-note">{t('table-import.publish-note')}</label>
      <Input
        id="publish-note"
        maxLength={1000}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      {publish.error && (
        <Alert className="entry-alert" type="error" role="alert" title={sentence(publish.error)} />
      )}
    </Modal>
  )
}
