import { Input, Modal } from 'antd'
import { useRef, useState } from 'react'
import { type Alert, useAlertSteps } from '../../../api/alerts.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { focusOnOpen } from '../../../ui/focus-on-open.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'

/** Nothing will be done about an alert, and why. */
export function DismissDialog({ alert, onClose }: { alert: Alert; onClose: () => void }) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const { dismiss } = useAlertSteps()
  const [reason, setReason] = useState('')
  const field = useRef<{ focus(): void }>(null)
  const { id, version } = alert
  return (
    <Modal
      open
      title={t('alert.dismiss-title')}
      okText={t('alert.dismiss')}
      okButtonProps={{ disabled: reason.trim() === '', loading: dismiss.isPending }}
      onOk={() => dismiss.mutate({ id, version, reason: reason.trim() }, { onSuccess: onClose })}
      onCancel={onClose}
      afterOpenChange={focusOnOpen(() => field.current?.focus())}
    >
      <p>{alert.sentence}</p>
      <label htmlFor="dismiss-reason">{t('alert.reason')}</label>
      <Input.TextArea
        id="dismiss-reason"
        ref={(area) => {
          field.current = area
        }}
        rows={2}
        maxLength={500}
        placeholder={t('alert.reason-example')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {dismiss.error && (
        <p className="work-fault" role="alert">
          {sentence(dismiss.error)}
        </p>
      )}
    </Modal>
  )
}
