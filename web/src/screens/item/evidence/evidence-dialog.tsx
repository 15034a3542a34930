import { Modal } from 'antd'
import type { ItemDetail } from '../../../api/item-model.ts'
import { useRefreshItems } from '../../../api/items.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { EvidenceDrop } from './evidence-drop.tsx'
import { LinkField } from './link-field.tsx'
import { UploadList } from './upload-list.tsx'
import { useEvidenceQueue } from './use-evidence-queue.ts'

/** Hands in evidence by itself; the next report can take it along. */
export function EvidenceDialog({ item, onClose }: { item: ItemDetail; onClose: () => void }) {
  const { t } = useWords()
  const refresh = useRefreshItems()
  const { uploads, isBusy, add, retry, drop } = useEvidenceQueue(item.id, refresh)
  return (
    <Modal
      open
      title={
        <>
          {t('step.addEvidence')} <span className="soft figure">{item.number}</span>
        </>
      }
      okText={t('app.done')}
      okButtonProps={{ disabled: isBusy }}
      cancelButtonProps={{ style: { display: 'none' } }}
      onOk={onClose}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p className="soft step-line">{t('item.evidence-help')}</p>
      <div className="evidence-field">
        <EvidenceDrop onFiles={add} />
        <UploadList uploads={uploads} onRetry={retry} onDrop={drop} />
        <LinkField itemId={item.id} onKept={refresh} />
      </div>
    </Modal>
  )
}
