import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import type { SavedView } from '../../../api/ledger-views.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'

interface RemoveViewDialogProps {
  views: readonly SavedView[]
  onRemove: (id: string) => Promise<unknown>
  onClose: () => void
}

/** One's own saved views, each to be thrown away; shared ones vanish for colleagues too. */
export function RemoveViewDialog({ views, onRemove, onClose }: RemoveViewDialogProps) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const [error, setError] = useState<unknown>()
  return (
    <Modal open title={t('ledger.saved.remove')} footer={null} onCancel={onClose} width={420}>
      <ul className="saved-list">
        {views.map((view) => (
          <li key={view.id}>
            <span>
              {view.name} {view.isShared && <span className="soft">({t('ledger.saved.is-shared')})</span>}
            </span>
            <Button size="small" danger onClick={() => onRemove(view.id).catch(setError)}>
              {t('ledger.saved.remove-one')}
              <span className="visually-hidden">{view.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {error !== undefined && <Alert type="error" role="alert" title={sentence(error)} />}
    </Modal>
  )
}
