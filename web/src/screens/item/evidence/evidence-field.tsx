import { Checkbox, Form } from 'antd'
import type { Evidence, ItemDetail } from '../../../api/item-model.ts'
import { useRefreshItems } from '../../../api/items.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { EvidenceDrop } from './evidence-drop.tsx'
import { EvidenceName } from './evidence-name.tsx'
import { LinkField } from './link-field.tsx'
import { UploadList } from './upload-list.tsx'
import { useEvidenceQueue } from './use-evidence-queue.ts'

/** Evidence that goes with a report: handed in here, or before and in no report yet. */
export function EvidenceField({ item }: { item: ItemDetail }) {
  const { t } = useWords()
  return (
    <Form.Item name="evidenceIds" label={t('item.evidence')}>
      <Choice item={item} />
    </Form.Item>
  )
}

interface ChoiceProps {
  readonly item: ItemDetail
  readonly value?: string[]
  readonly onChange?: (ids: string[]) => void
}

function Choice({ item, value = [], onChange }: ChoiceProps) {
  const refresh = useRefreshItems()
  const keep = (evidence: Evidence) => {
    onChange?.([...value, evidence.id])
    refresh()
  }
  const { uploads, add, retry, drop } = useEvidenceQueue(item.id, keep)
  const unused = item.evidence.filter(({ reportId, round }) => reportId === null && round === item.round)
  const under = uploads.filter(({ stage }) => stage !== 'kept')
  return (
    <div className="evidence-field">
      <EvidenceDrop onFiles={add} />
      <UploadList uploads={under} onRetry={retry} onDrop={drop} />
      {unused.length > 0 && (
        <ul className="evidence-choices">
          {unused.map((evidence) => (
            <li key={evidence.id}>
              <Checkbox
                checked={value.includes(evidence.id)}
                onChange={({ target }) =>
                  onChange?.(
                    target.checked ? [...value, evidence.id] : value.filter((id) => id !== evidence.id),
                  )
                }
              >
                <EvidenceName itemId={item.id} evidence={evidence} />
              </Checkbox>
            </li>
          ))}
        </ul>
      )}
      <LinkField itemId={item.id} onKept={keep} />
    </div>
  )
}
