import { Modal } from 'antd'
import { useWords } from '../i18n/use-words.ts'
import './key-list.css'

interface KeyListProps {
  isOpen: boolean
  onClose: () => void
  keys: readonly { readonly keys: readonly string[]; readonly does: string }[]
}

/** The keys of a screen, opened with `?`. */
export function KeyList({ isOpen, onClose, keys }: KeyListProps) {
  const { t } = useWords()
  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      title={t('app.keys-help')}
      width={420}
    >
      <dl className="key-list">
        {keys.map((entry) => (
          <div key={entry.does}>
            <dt>
              {entry.keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{entry.does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
