import { Alert, App, Input, Modal } from 'antd'
import { useState } from 'react'
import { useReadingSteps } from '../../../../api/readings.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../../ui/use-problem-sentence.ts'

interface ReturnDialogProps {
  readings: { indicator: string; unit: number; version: number }[]
  period: string
  onClose: () => void
  onDone: () => void
}

/** Sends readings back to who reported them, with the reason that they will read beside the figure. */
export function ReturnDialog({ readings, period, onClose, onDone }: ReturnDialogProps) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { sendBack } = useReadingSteps()
  const [reason, setReason] = useState('')
  const send = () =>
    sendBack.mutate(
      { period, readings, reason: reason.trim() },
      {
        onSuccess: () => {
          message.success(t('entry.sent-back', { count: readings.length }))
          onDone()
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={t('entry.send-back-count', { count: readings.length })}
      okText={t('entry.send-back')}
      okButtonProps={{ loading: sendBack.isPending, disabled: reason.trim() === '' }}
      onOk={send}
      onCancel={onClose}
    >
      <label htmlFor="return-reason">{t('entry.reason')}</label>
      <Input.TextArea
        id="return-reason"
        autoFocus
        rows={3}
        maxLength={500}
        placeholder={t('entry.reason-example')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {sendBack.error && (
        <Alert className="entry-alert" type="error" role="alert" title={sentence(sendBack.error)} />
      )}
    </Modal>
  )
}
