import { Input, Modal } from 'antd'
import { useRef, useState } from 'react'
import { type ExternalPosition, usePositionSteps } from '../../../api/external-positions.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { focusOnOpen } from '../../../ui/focus-on-open.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'

/** Takes a position back, with the reason; what was put down stays in the history. */
export function WithdrawDialog({ position, onClose }: { position: ExternalPosition; onClose: () => void }) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const { withdraw } = usePositionSteps()
  const [reason, setReason] = useState('')
  const field = useRef<{ focus(): void }>(null)
  return (
    <Modal
      open
      title={t('position.withdraw-title')}
      okText={t('position.withdraw')}
      okButtonProps={{ disabled: reason.trim() === '', loading: withdraw.isPending }}
      onOk={() => withdraw.mutate({ id: position.id, reason: reason.trim() }, { onSuccess: onClose })}
      onCancel={onClose}
      afterOpenChange={focusOnOpen(() => field.current?.focus())}
      width={460}
    >
      <p className="soft">{t('position.withdraw-note')}</p>
      <label htmlFor="position-reason">{t('alert.reason')}</label>
      <Input.TextArea
        id="position-reason"
        ref={(area) => {
          field.current = area
        }}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {withdraw.error && (
        <p className="work-fault" role="alert">
          {sentence(withdraw.error)}
        </p>
      )}
    </Modal>
  )
}
