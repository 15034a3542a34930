import { App, Modal } from 'antd'
import { useState } from 'react'
import { type Alert, useAlertSteps } from '../../../api/alerts.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { OwnerSelect } from './owner-select.tsx'

/** Gives an open alert to somebody else. */
export function AssignDialog({ alert, onClose }: { alert: Alert; onClose: () => void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { assign } = useAlertSteps()
  const [owner, setOwner] = useState(alert.owner)
  const { id, version } = alert
  const isSame = owner.role === alert.owner.role && owner.id === alert.owner.id
  const save = () =>
    assign.mutate(
      { id, body: { version, ownerId: owner.id, ownerRole: owner.role } },
      {
        onSuccess: () => {
          message.success(t('alert.assigned'))
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={t('alert.assign')}
      okText={t('app.save')}
      okButtonProps={{ disabled: isSame, loading: assign.isPending }}
      onOk={save}
      onCancel={onClose}
      width={420}
    >
      <p>{alert.sentence}</p>
      <label htmlFor="alert-owner">{t('alert.told')}</label>
      <OwnerSelect id="alert-owner" value={owner} onChange={setOwner} />
      {assign.error && (
        <p className="work-fault" role="alert">
          {sentence(assign.error)}
        </p>
      )}
    </Modal>
  )
}
